package io.bedrockruntime.model.content;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Format of an image in a message that a guardrail assesses.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record GuardrailConverseImageFormat(@JsonValue String value) implements EnumValue {

	/**
	 * {@code jpeg}.
	 */
	public static final GuardrailConverseImageFormat JPEG = new GuardrailConverseImageFormat("jpeg");

	/**
	 * {@code png}.
	 */
	public static final GuardrailConverseImageFormat PNG = new GuardrailConverseImageFormat("png");

	private static final List<GuardrailConverseImageFormat> VALUES = List.of(JPEG, PNG);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
	 */
	public GuardrailConverseImageFormat {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<GuardrailConverseImageFormat> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static GuardrailConverseImageFormat of(String value) {
		for (GuardrailConverseImageFormat candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new GuardrailConverseImageFormat(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
