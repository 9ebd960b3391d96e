package io.bedrockruntime.model.guardrail;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Kind of harmful content.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record GuardrailContentFilterType(@JsonValue String value) implements EnumValue {

	/**
	 * {@code HATE}.
	 */
	public static final GuardrailContentFilterType HATE = new GuardrailContentFilterType("HATE");

	/**
	 * {@code INSULTS}.
	 */
	public static final GuardrailContentFilterType INSULTS = new GuardrailContentFilterType("INSULTS");

	/**
	 * {@code MISCONDUCT}.
	 */
	public static final GuardrailContentFilterType MISCONDUCT = new GuardrailContentFilterType("MISCONDUCT");

	/**
	 * {@code PROMPT_ATTACK}.
	 */
	public static final GuardrailContentFilterType PROMPT_ATTACK = new GuardrailContentFilterType("PROMPT_ATTACK");

	/**
	 * {@code SEXUAL}.
	 */
	public static final GuardrailContentFilterType SEXUAL = new GuardrailContentFilterType("SEXUAL");

	/**
	 * {@code VIOLENCE}.
	 */
	public static final GuardrailContentFilterType VIOLENCE = new GuardrailContentFilterType("VIOLENCE");

	private static final List<GuardrailContentFilterType> VALUES = List.of(HATE, INSULTS, MISCONDUCT, PROMPT_ATTACK,
			SEXUAL, VIOLENCE);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
	 */
	public GuardrailContentFilterType {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<GuardrailContentFilterType> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static GuardrailContentFilterType of(String value) {
		for (GuardrailContentFilterType candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new GuardrailContentFilterType(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
