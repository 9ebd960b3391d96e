package io.bedrockruntime.model.guardrail;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Kind of contextual grounding check: grounding in the source or relevance to the
 * question.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record GuardrailContextualGroundingFilterType(@JsonValue String value) implements EnumValue {

	/**
	 * {@code GROUNDING}.
	 */
	public static final GuardrailContextualGroundingFilterType GROUNDING = constant("GROUNDING");

	/**
	 * {@code RELEVANCE}.
	 */
	public static final GuardrailContextualGroundingFilterType RELEVANCE = constant("RELEVANCE");

	private static final List<GuardrailContextualGroundingFilterType> VALUES = List.of(GROUNDING, RELEVANCE);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
	 */
	public GuardrailContextualGroundingFilterType {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<GuardrailContextualGroundingFilterType> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static GuardrailContextualGroundingFilterType of(String value) {
		for (GuardrailContextualGroundingFilterType candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new GuardrailContextualGroundingFilterType(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

	private static GuardrailContextualGroundingFilterType constant(String value) {
		return new GuardrailContextualGroundingFilterType(value);
	}

}
