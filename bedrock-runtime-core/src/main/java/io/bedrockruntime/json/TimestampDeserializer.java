package io.bedrockruntime.json;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * Reads a timestamp: ISO 8601 with or without a fraction, in UTC or with an offset, and
 * also seconds since the epoch, which emulations of the service send.
 */
final class TimestampDeserializer extends ValueDeserializer<Instant> {

	@Override
	public boolean isCachable() {
		return true;
	}

	@Override
	public Instant deserialize(JsonParser parser, DeserializationContext context) {
		try {
			if (parser.hasToken(JsonToken.VALUE_NUMBER_INT) || parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
				return ofEpochSeconds(parser.getDecimalValue());
			}
			if (parser.hasToken(JsonToken.VALUE_STRING)) {
				return OffsetDateTime.parse(parser.getString()).toInstant();
			}
		}
		catch (DateTimeException | ArithmeticException ex) {
			throw new UnreadableShapeException(parser, Instant.class, "not a timestamp", null);
		}
		throw new UnreadableShapeException(parser, Instant.class, "a string or a number is expected", null);
	}

	private static Instant ofEpochSeconds(BigDecimal seconds) {
		BigDecimal[] parts = seconds.divideAndRemainder(BigDecimal.ONE);
		return Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].movePointRight(9).longValue());
	}

}
