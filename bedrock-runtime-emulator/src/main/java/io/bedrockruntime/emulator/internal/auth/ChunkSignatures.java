package io.bedrockruntime.emulator.internal.auth;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

import io.bedrockruntime.emulator.internal.service.ServiceErrorException;
import io.bedrockruntime.emulator.internal.settings.EmulatorSettings;
import io.bedrockruntime.emulator.internal.support.Sha256;
import io.bedrockruntime.eventstream.EventStreamMessage;
import io.bedrockruntime.eventstream.HeaderValue.ByteArrayValue;
import io.bedrockruntime.eventstream.HeaderValue.TimestampValue;

/**
 * Chain of signatures over the events of one request: each covers the previous one, and
 * the first covers the signature of the request.
 */
public final class ChunkSignatures {

	private static final String ALGORITHM = "AWS4-HMAC-SHA256-PAYLOAD";

	private static final String DATE = ":date";

	private static final byte TIMESTAMP = 8;

	private static final Duration SKEW = Duration.ofMinutes(5);

	private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

	private final EmulatorSettings settings;

	private final String secretAccessKey;

	private String previous;

	ChunkSignatures(EmulatorSettings settings, String secretAccessKey, String requestSignature) {
		this.settings = settings;
		this.secretAccessKey = secretAccessKey;
		this.previous = requestSignature;
	}

	/** Verify the next message, whose signature covers its payload. */
	public void verify(EventStreamMessage message) {
		if (!(message.headers().get(DATE) instanceof TimestampValue date)) {
			throw ServiceErrorException.validation("An event of the request lacks its ':date'.");
		}
		if (!(message.headers().get(":chunk-signature") instanceof ByteArrayValue signature)) {
			throw ServiceErrorException.validation("An event of the request lacks its ':chunk-signature'.");
		}
		Instant signed = date.value();
		Instant now = this.settings.clock().instant();
		if (signed.isBefore(now.minus(SKEW)) || signed.isAfter(now.plus(SKEW))) {
			throw ServiceErrorException.validation("The signature of an event is expired or not yet current.");
		}
		String expected = sign(signed, message.payload());
		if (!MessageDigest.isEqual(HexFormat.of().parseHex(expected), signature.value())) {
			throw ServiceErrorException.validation("The signature of an event does not match the one we calculated.");
		}
		this.previous = expected;
	}

	private String sign(Instant signed, byte[] payload) {
		String timestamp = BASIC.format(signed.atOffset(ZoneOffset.UTC));
		String day = timestamp.substring(0, 8);
		String region = this.settings.region();
		String scope = String.join("/", day, region, Authentication.SERVICE, "aws4_request");
		String stringToSign = String.join("\n", ALGORITHM, timestamp, scope, this.previous,
				Sha256.hex(dateHeader(signed)), Sha256.hex(payload));
		return SignatureVersion4.signature(this.secretAccessKey, day, region, Authentication.SERVICE, stringToSign);
	}

	private static byte[] dateHeader(Instant signed) {
		byte[] name = DATE.getBytes(StandardCharsets.UTF_8);
		return ByteBuffer.allocate(2 + name.length + Long.BYTES)
			.put((byte) name.length)
			.put(name)
			.put(TIMESTAMP)
			.putLong(signed.toEpochMilli())
			.array();
	}

}
