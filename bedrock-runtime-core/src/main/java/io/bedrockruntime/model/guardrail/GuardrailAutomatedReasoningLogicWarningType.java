package io.bedrockruntime.model.guardrail;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Kind of fault in the logic of a statement.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record GuardrailAutomatedReasoningLogicWarningType(@JsonValue String value) implements EnumValue {

	/**
	 * {@code ALWAYS_FALSE}.
	 */
	public static final GuardrailAutomatedReasoningLogicWarningType ALWAYS_FALSE = constant("ALWAYS_FALSE");

	/**
	 * {@code ALWAYS_TRUE}.
	 */
	public static final GuardrailAutomatedReasoningLogicWarningType ALWAYS_TRUE = constant("ALWAYS_TRUE");

	private static final List<GuardrailAutomatedReasoningLogicWarningType> VALUES = List.of(ALWAYS_FALSE, ALWAYS_TRUE);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
	 */
	public GuardrailAutomatedReasoningLogicWarningType {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<GuardrailAutomatedReasoningLogicWarningType> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static GuardrailAutomatedReasoningLogicWarningType of(String value) {
		for (GuardrailAutomatedReasoningLogicWarningType candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new GuardrailAutomatedReasoningLogicWarningType(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

	private static GuardrailAutomatedReasoningLogicWarningType constant(String value) {
		return new GuardrailAutomatedReasoningLogicWarningType(value);
	}

}
