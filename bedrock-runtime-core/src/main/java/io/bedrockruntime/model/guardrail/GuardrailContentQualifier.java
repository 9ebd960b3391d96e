package io.bedrockruntime.model.guardrail;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Role of a text for a guardrail.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record GuardrailContentQualifier(@JsonValue String value) implements EnumValue {

	/**
	 * {@code grounding_source}.
	 */
	public static final GuardrailContentQualifier GROUNDING_SOURCE = new GuardrailContentQualifier("grounding_source");

	/**
	 * {@code guard_content}.
	 */
	public static final GuardrailContentQualifier GUARD_CONTENT = new GuardrailContentQualifier("guard_content");

	/**
	 * {@code query}.
	 */
	public static final GuardrailContentQualifier QUERY = new GuardrailContentQualifier("query");

	private static final List<GuardrailContentQualifier> VALUES = List.of(GROUNDING_SOURCE, GUARD_CONTENT, QUERY);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
	 */
	public GuardrailContentQualifier {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<GuardrailContentQualifier> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static GuardrailContentQualifier of(String value) {
		for (GuardrailContentQualifier candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new GuardrailContentQualifier(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
