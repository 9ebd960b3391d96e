package io.bedrockruntime.model.guardrail;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Action of a guardrail on a lack of grounding or relevance.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record GuardrailContextualGroundingPolicyAction(@JsonValue String value) implements EnumValue {

	/**
	 * {@code BLOCKED}.
	 */
	public static final GuardrailContextualGroundingPolicyAction BLOCKED = constant("BLOCKED");

	/**
	 * {@code NONE}.
	 */
	public static final GuardrailContextualGroundingPolicyAction NONE = constant("NONE");

	private static final List<GuardrailContextualGroundingPolicyAction> VALUES = List.of(BLOCKED, NONE);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
	 */
	public GuardrailContextualGroundingPolicyAction {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<GuardrailContextualGroundingPolicyAction> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static GuardrailContextualGroundingPolicyAction of(String value) {
		for (GuardrailContextualGroundingPolicyAction candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new GuardrailContextualGroundingPolicyAction(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

	private static GuardrailContextualGroundingPolicyAction constant(String value) {
		return new GuardrailContextualGroundingPolicyAction(value);
	}

}
