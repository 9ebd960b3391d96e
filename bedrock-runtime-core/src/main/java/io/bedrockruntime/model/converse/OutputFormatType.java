package io.bedrockruntime.model.converse;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Kind of format of text.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record OutputFormatType(@JsonValue String value) implements EnumValue {

	/**
	 * {@code json_schema}.
	 */
	public static final OutputFormatType JSON_SCHEMA = new OutputFormatType("json_schema");

	private static final List<OutputFormatType> VALUES = List.of(JSON_SCHEMA);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
	 */
	public OutputFormatType {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<OutputFormatType> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static OutputFormatType of(String value) {
		for (OutputFormatType candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new OutputFormatType(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
