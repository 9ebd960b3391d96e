package io.bedrockruntime.model.guardrail;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Action of a guardrail: it intervened or not.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record GuardrailAction(@JsonValue String value) implements EnumValue {

	/**
	 * {@code GUARDRAIL_INTERVENED}.
	 */
	public static final GuardrailAction GUARDRAIL_INTERVENED = new GuardrailAction("GUARDRAIL_INTERVENED");

	/**
	 * {@code NONE}.
	 */
	public static final GuardrailAction NONE = new GuardrailAction("NONE");

	private static final List<GuardrailAction> VALUES = List.of(GUARDRAIL_INTERVENED, NONE);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
	 */
	public GuardrailAction {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<GuardrailAction> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static GuardrailAction of(String value) {
		for (GuardrailAction candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new GuardrailAction(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
