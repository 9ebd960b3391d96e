package io.bedrockruntime.model.guardrail;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Scope of the returned assessment.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record GuardrailOutputScope(@JsonValue String value) implements EnumValue {

	/**
	 * {@code FULL}.
	 */
	public static final GuardrailOutputScope FULL = new GuardrailOutputScope("FULL");

	/**
	 * {@code INTERVENTIONS}.
	 */
	public static final GuardrailOutputScope INTERVENTIONS = new GuardrailOutputScope("INTERVENTIONS");

	private static final List<GuardrailOutputScope> VALUES = List.of(FULL, INTERVENTIONS);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
	 */
	public GuardrailOutputScope {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<GuardrailOutputScope> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static GuardrailOutputScope of(String value) {
		for (GuardrailOutputScope candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new GuardrailOutputScope(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
