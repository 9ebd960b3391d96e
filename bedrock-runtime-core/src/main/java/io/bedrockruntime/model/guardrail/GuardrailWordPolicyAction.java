package io.bedrockruntime.model.guardrail;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Action of a guardrail on a word.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record GuardrailWordPolicyAction(@JsonValue String value) implements EnumValue {

	/**
	 * {@code BLOCKED}.
	 */
	public static final GuardrailWordPolicyAction BLOCKED = new GuardrailWordPolicyAction("BLOCKED");

	/**
	 * {@code NONE}.
	 */
	public static final GuardrailWordPolicyAction NONE = new GuardrailWordPolicyAction("NONE");

	private static final List<GuardrailWordPolicyAction> VALUES = List.of(BLOCKED, NONE);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
	 */
	public GuardrailWordPolicyAction {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<GuardrailWordPolicyAction> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static GuardrailWordPolicyAction of(String value) {
		for (GuardrailWordPolicyAction candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new GuardrailWordPolicyAction(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
