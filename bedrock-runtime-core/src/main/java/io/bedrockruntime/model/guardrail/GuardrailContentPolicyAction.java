package io.bedrockruntime.model.guardrail;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Action of a guardrail on harmful content.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record GuardrailContentPolicyAction(@JsonValue String value) implements EnumValue {

	/**
	 * {@code BLOCKED}.
	 */
	public static final GuardrailContentPolicyAction BLOCKED = new GuardrailContentPolicyAction("BLOCKED");

	/**
	 * {@code NONE}.
	 */
	public static final GuardrailContentPolicyAction NONE = new GuardrailContentPolicyAction("NONE");

	private static final List<GuardrailContentPolicyAction> VALUES = List.of(BLOCKED, NONE);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
	 */
	public GuardrailContentPolicyAction {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<GuardrailContentPolicyAction> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static GuardrailContentPolicyAction of(String value) {
		for (GuardrailContentPolicyAction candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new GuardrailContentPolicyAction(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
