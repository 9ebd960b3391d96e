package io.bedrockruntime.model.guardrail;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * List of words that AWS maintains.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record GuardrailManagedWordType(@JsonValue String value) implements EnumValue {

	/**
	 * {@code PROFANITY}.
	 */
	public static final GuardrailManagedWordType PROFANITY = new GuardrailManagedWordType("PROFANITY");

	private static final List<GuardrailManagedWordType> VALUES = List.of(PROFANITY);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
	 */
	public GuardrailManagedWordType {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<GuardrailManagedWordType> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static GuardrailManagedWordType of(String value) {
		for (GuardrailManagedWordType candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new GuardrailManagedWordType(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
