package io.bedrockruntime.model.guardrail;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Source of the content that a guardrail assesses: a user's input or a model's output.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record GuardrailContentSource(@JsonValue String value) implements EnumValue {

	/**
	 * {@code INPUT}.
	 */
	public static final GuardrailContentSource INPUT = new GuardrailContentSource("INPUT");

	/**
	 * {@code OUTPUT}.
	 */
	public static final GuardrailContentSource OUTPUT = new GuardrailContentSource("OUTPUT");

	private static final List<GuardrailContentSource> VALUES = List.of(INPUT, OUTPUT);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
	 */
	public GuardrailContentSource {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<GuardrailContentSource> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static GuardrailContentSource of(String value) {
		for (GuardrailContentSource candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new GuardrailContentSource(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
