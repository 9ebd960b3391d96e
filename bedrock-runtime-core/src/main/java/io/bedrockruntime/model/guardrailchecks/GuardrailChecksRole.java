package io.bedrockruntime.model.guardrailchecks;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Role of the author of a message that is checked.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record GuardrailChecksRole(@JsonValue String value) implements EnumValue {

	/**
	 * {@code assistant}.
	 */
	public static final GuardrailChecksRole ASSISTANT = new GuardrailChecksRole("assistant");

	/**
	 * {@code system}.
	 */
	public static final GuardrailChecksRole SYSTEM = new GuardrailChecksRole("system");

	/**
	 * {@code user}.
	 */
	public static final GuardrailChecksRole USER = new GuardrailChecksRole("user");

	private static final List<GuardrailChecksRole> VALUES = List.of(ASSISTANT, SYSTEM, USER);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
	 */
	public GuardrailChecksRole {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<GuardrailChecksRole> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static GuardrailChecksRole of(String value) {
		for (GuardrailChecksRole candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new GuardrailChecksRole(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
