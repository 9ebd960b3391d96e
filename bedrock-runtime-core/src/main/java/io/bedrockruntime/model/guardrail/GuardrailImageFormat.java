package io.bedrockruntime.model.guardrail;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Format of an image that a guardrail assesses.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record GuardrailImageFormat(@JsonValue String value) implements EnumValue {

	/**
	 * {@code jpeg}.
	 */
	public static final GuardrailImageFormat JPEG = new GuardrailImageFormat("jpeg");

	/**
	 * {@code png}.
	 */
	public static final GuardrailImageFormat PNG = new GuardrailImageFormat("png");

	private static final List<GuardrailImageFormat> VALUES = List.of(JPEG, PNG);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
	 */
	public GuardrailImageFormat {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<GuardrailImageFormat> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static GuardrailImageFormat of(String value) {
		for (GuardrailImageFormat candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new GuardrailImageFormat(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
