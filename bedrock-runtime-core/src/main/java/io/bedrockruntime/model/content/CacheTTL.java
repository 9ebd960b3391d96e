package io.bedrockruntime.model.content;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Time to live of a cached part of a prompt.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record CacheTTL(@JsonValue String value) implements EnumValue {

	/**
	 * Five minutes after the last use.
	 */
	public static final CacheTTL FIVE_MINUTES = new CacheTTL("5m");

	/**
	 * One hour after the last use.
	 */
	public static final CacheTTL ONE_HOUR = new CacheTTL("1h");

	private static final List<CacheTTL> VALUES = List.of(FIVE_MINUTES, ONE_HOUR);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
	 */
	public CacheTTL {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<CacheTTL> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static CacheTTL of(String value) {
		for (CacheTTL candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new CacheTTL(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
