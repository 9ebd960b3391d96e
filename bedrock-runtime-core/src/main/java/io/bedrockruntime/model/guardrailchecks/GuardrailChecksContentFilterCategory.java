package io.bedrockruntime.model.guardrailchecks;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Category of harmful content.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record GuardrailChecksContentFilterCategory(@JsonValue String value) implements EnumValue {

	/**
	 * {@code HATE}.
	 */
	public static final GuardrailChecksContentFilterCategory HATE = constant("HATE");

	/**
	 * {@code INSULTS}.
	 */
	public static final GuardrailChecksContentFilterCategory INSULTS = constant("INSULTS");

	/**
	 * {@code MISCONDUCT}.
	 */
	public static final GuardrailChecksContentFilterCategory MISCONDUCT = constant("MISCONDUCT");

	/**
	 * {@code SEXUAL}.
	 */
	public static final GuardrailChecksContentFilterCategory SEXUAL = constant("SEXUAL");

	/**
	 * {@code VIOLENCE}.
	 */
	public static final GuardrailChecksContentFilterCategory VIOLENCE = constant("VIOLENCE");

	private static final List<GuardrailChecksContentFilterCategory> VALUES = List.of(HATE, INSULTS, MISCONDUCT, SEXUAL,
			VIOLENCE);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
	 */
	public GuardrailChecksContentFilterCategory {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<GuardrailChecksContentFilterCategory> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static GuardrailChecksContentFilterCategory of(String value) {
		for (GuardrailChecksContentFilterCategory candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new GuardrailChecksContentFilterCategory(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

	private static GuardrailChecksContentFilterCategory constant(String value) {
		return new GuardrailChecksContentFilterCategory(value);
	}

}
