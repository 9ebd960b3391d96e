package io.bedrockruntime.model.guardrail;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Kind of topic rule.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record GuardrailTopicType(@JsonValue String value) implements EnumValue {

	/**
	 * {@code DENY}.
	 */
	public static final GuardrailTopicType DENY = new GuardrailTopicType("DENY");

	private static final List<GuardrailTopicType> VALUES = List.of(DENY);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
	 */
	public GuardrailTopicType {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<GuardrailTopicType> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static GuardrailTopicType of(String value) {
		for (GuardrailTopicType candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new GuardrailTopicType(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
