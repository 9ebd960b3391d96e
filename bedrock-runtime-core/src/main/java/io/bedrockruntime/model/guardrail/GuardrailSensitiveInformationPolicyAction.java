package io.bedrockruntime.model.guardrail;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Action of a guardrail on sensitive information.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record GuardrailSensitiveInformationPolicyAction(@JsonValue String value) implements EnumValue {

	/**
	 * {@code ANONYMIZED}.
	 */
	public static final GuardrailSensitiveInformationPolicyAction ANONYMIZED = constant("ANONYMIZED");

	/**
	 * {@code BLOCKED}.
	 */
	public static final GuardrailSensitiveInformationPolicyAction BLOCKED = constant("BLOCKED");

	/**
	 * {@code NONE}.
	 */
	public static final GuardrailSensitiveInformationPolicyAction NONE = constant("NONE");

	private static final List<GuardrailSensitiveInformationPolicyAction> VALUES = List.of(ANONYMIZED, BLOCKED, NONE);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
	 */
	public GuardrailSensitiveInformationPolicyAction {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<GuardrailSensitiveInformationPolicyAction> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static GuardrailSensitiveInformationPolicyAction of(String value) {
		for (GuardrailSensitiveInformationPolicyAction candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new GuardrailSensitiveInformationPolicyAction(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

	private static GuardrailSensitiveInformationPolicyAction constant(String value) {
		return new GuardrailSensitiveInformationPolicyAction(value);
	}

}
