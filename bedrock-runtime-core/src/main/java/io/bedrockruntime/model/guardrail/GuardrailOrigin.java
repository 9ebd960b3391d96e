package io.bedrockruntime.model.guardrail;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Origin of a guardrail, which is the party that required it.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record GuardrailOrigin(@JsonValue String value) implements EnumValue {

	/**
	 * {@code ACCOUNT_ENFORCED}.
	 */
	public static final GuardrailOrigin ACCOUNT_ENFORCED = new GuardrailOrigin("ACCOUNT_ENFORCED");

	/**
	 * {@code ORGANIZATION_ENFORCED}.
	 */
	public static final GuardrailOrigin ORGANIZATION_ENFORCED = new GuardrailOrigin("ORGANIZATION_ENFORCED");

	/**
	 * {@code REQUEST}.
	 */
	public static final GuardrailOrigin REQUEST = new GuardrailOrigin("REQUEST");

	private static final List<GuardrailOrigin> VALUES = List.of(ACCOUNT_ENFORCED, ORGANIZATION_ENFORCED, REQUEST);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
	 */
	public GuardrailOrigin {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<GuardrailOrigin> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static GuardrailOrigin of(String value) {
		for (GuardrailOrigin candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new GuardrailOrigin(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
