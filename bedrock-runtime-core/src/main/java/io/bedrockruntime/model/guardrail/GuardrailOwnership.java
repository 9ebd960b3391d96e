package io.bedrockruntime.model.guardrail;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Ownership of a guardrail.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record GuardrailOwnership(@JsonValue String value) implements EnumValue {

	/**
	 * {@code CROSS_ACCOUNT}.
	 */
	public static final GuardrailOwnership CROSS_ACCOUNT = new GuardrailOwnership("CROSS_ACCOUNT");

	/**
	 * {@code SELF}.
	 */
	public static final GuardrailOwnership SELF = new GuardrailOwnership("SELF");

	private static final List<GuardrailOwnership> VALUES = List.of(CROSS_ACCOUNT, SELF);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
	 */
	public GuardrailOwnership {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<GuardrailOwnership> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static GuardrailOwnership of(String value) {
		for (GuardrailOwnership candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new GuardrailOwnership(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
