package io.bedrockruntime.model.guardrail;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Confidence of a filter for harmful content.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record GuardrailContentFilterConfidence(@JsonValue String value) implements EnumValue {

	/**
	 * {@code HIGH}.
	 */
	public static final GuardrailContentFilterConfidence HIGH = new GuardrailContentFilterConfidence("HIGH");

	/**
	 * {@code LOW}.
	 */
	public static final GuardrailContentFilterConfidence LOW = new GuardrailContentFilterConfidence("LOW");

	/**
	 * {@code MEDIUM}.
	 */
	public static final GuardrailContentFilterConfidence MEDIUM = new GuardrailContentFilterConfidence("MEDIUM");

	/**
	 * {@code NONE}.
	 */
	public static final GuardrailContentFilterConfidence NONE = new GuardrailContentFilterConfidence("NONE");

	private static final List<GuardrailContentFilterConfidence> VALUES = List.of(HIGH, LOW, MEDIUM, NONE);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
	 */
	public GuardrailContentFilterConfidence {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<GuardrailContentFilterConfidence> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static GuardrailContentFilterConfidence of(String value) {
		for (GuardrailContentFilterConfidence candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new GuardrailContentFilterConfidence(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
