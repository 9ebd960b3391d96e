package io.bedrockruntime.model.content;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Role of a text in a message for a guardrail.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record GuardrailConverseContentQualifier(@JsonValue String value) implements EnumValue {

	/**
	 * {@code grounding_source}.
	 */
	public static final GuardrailConverseContentQualifier GROUNDING_SOURCE = new GuardrailConverseContentQualifier(
			"grounding_source");

	/**
	 * {@code guard_content}.
	 */
	public static final GuardrailConverseContentQualifier GUARD_CONTENT = new GuardrailConverseContentQualifier(
			"guard_content");

	/**
	 * {@code query}.
	 */
	public static final GuardrailConverseContentQualifier QUERY = new GuardrailConverseContentQualifier("query");

	private static final List<GuardrailConverseContentQualifier> VALUES = List.of(GROUNDING_SOURCE, GUARD_CONTENT,
			QUERY);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
	 */
	public GuardrailConverseContentQualifier {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<GuardrailConverseContentQualifier> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static GuardrailConverseContentQualifier of(String value) {
		for (GuardrailConverseContentQualifier candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new GuardrailConverseContentQualifier(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
