package io.bedrockruntime.model.guardrail;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Scope of the guardrail assessment that is returned as a trace.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record GuardrailTrace(@JsonValue String value) implements EnumValue {

	/**
	 * {@code disabled}.
	 */
	public static final GuardrailTrace DISABLED = new GuardrailTrace("disabled");

	/**
	 * {@code enabled}.
	 */
	public static final GuardrailTrace ENABLED = new GuardrailTrace("enabled");

	/**
	 * {@code enabled_full}.
	 */
	public static final GuardrailTrace ENABLED_FULL = new GuardrailTrace("enabled_full");

	private static final List<GuardrailTrace> VALUES = List.of(DISABLED, ENABLED, ENABLED_FULL);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
	 */
	public GuardrailTrace {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<GuardrailTrace> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static GuardrailTrace of(String value) {
		for (GuardrailTrace candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new GuardrailTrace(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
