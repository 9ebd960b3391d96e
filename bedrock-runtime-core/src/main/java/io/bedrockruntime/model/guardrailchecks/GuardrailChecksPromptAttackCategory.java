package io.bedrockruntime.model.guardrailchecks;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Kind of attack on a prompt.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record GuardrailChecksPromptAttackCategory(@JsonValue String value) implements EnumValue {

	/**
	 * {@code JAILBREAK}.
	 */
	public static final GuardrailChecksPromptAttackCategory JAILBREAK = constant("JAILBREAK");

	/**
	 * {@code PROMPT_INJECTION}.
	 */
	public static final GuardrailChecksPromptAttackCategory PROMPT_INJECTION = constant("PROMPT_INJECTION");

	/**
	 * {@code PROMPT_LEAKAGE}.
	 */
	public static final GuardrailChecksPromptAttackCategory PROMPT_LEAKAGE = constant("PROMPT_LEAKAGE");

	private static final List<GuardrailChecksPromptAttackCategory> VALUES = List.of(JAILBREAK, PROMPT_INJECTION,
			PROMPT_LEAKAGE);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
	 */
	public GuardrailChecksPromptAttackCategory {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<GuardrailChecksPromptAttackCategory> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static GuardrailChecksPromptAttackCategory of(String value) {
		for (GuardrailChecksPromptAttackCategory candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new GuardrailChecksPromptAttackCategory(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

	private static GuardrailChecksPromptAttackCategory constant(String value) {
		return new GuardrailChecksPromptAttackCategory(value);
	}

}
