package io.bedrockruntime.model.guardrail;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Action of a guardrail on a denied topic.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record GuardrailTopicPolicyAction(@JsonValue String value) implements EnumValue {

	/**
	 * {@code BLOCKED}.
	 */
	public static final GuardrailTopicPolicyAction BLOCKED = new GuardrailTopicPolicyAction("BLOCKED");

	/**
	 * {@code NONE}.
	 */
	public static final GuardrailTopicPolicyAction NONE = new GuardrailTopicPolicyAction("NONE");

	private static final List<GuardrailTopicPolicyAction> VALUES = List.of(BLOCKED, NONE);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
	 */
	public GuardrailTopicPolicyAction {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<GuardrailTopicPolicyAction> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static GuardrailTopicPolicyAction of(String value) {
		for (GuardrailTopicPolicyAction candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new GuardrailTopicPolicyAction(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
