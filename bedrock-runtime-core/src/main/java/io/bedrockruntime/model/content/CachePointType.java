package io.bedrockruntime.model.content;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Type of cache.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record CachePointType(@JsonValue String value) implements EnumValue {

	/**
	 * {@code default}.
	 */
	public static final CachePointType DEFAULT = new CachePointType("default");

	private static final List<CachePointType> VALUES = List.of(DEFAULT);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
	 */
	public CachePointType {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<CachePointType> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static CachePointType of(String value) {
		for (CachePointType candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new CachePointType(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
