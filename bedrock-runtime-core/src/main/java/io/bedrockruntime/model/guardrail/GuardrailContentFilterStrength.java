package io.bedrockruntime.model.guardrail;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Strength of a filter for harmful content.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record GuardrailContentFilterStrength(@JsonValue String value) implements EnumValue {

	/**
	 * {@code HIGH}.
	 */
	public static final GuardrailContentFilterStrength HIGH = new GuardrailContentFilterStrength("HIGH");

	/**
	 * {@code LOW}.
	 */
	public static final GuardrailContentFilterStrength LOW = new GuardrailContentFilterStrength("LOW");

	/**
	 * {@code MEDIUM}.
	 */
	public static final GuardrailContentFilterStrength MEDIUM = new GuardrailContentFilterStrength("MEDIUM");

	/**
	 * {@code NONE}.
	 */
	public static final GuardrailContentFilterStrength NONE = new GuardrailContentFilterStrength("NONE");

	private static final List<GuardrailContentFilterStrength> VALUES = List.of(HIGH, LOW, MEDIUM, NONE);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
	 */
	public GuardrailContentFilterStrength {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<GuardrailContentFilterStrength> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static GuardrailContentFilterStrength of(String value) {
		for (GuardrailContentFilterStrength candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new GuardrailContentFilterStrength(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
