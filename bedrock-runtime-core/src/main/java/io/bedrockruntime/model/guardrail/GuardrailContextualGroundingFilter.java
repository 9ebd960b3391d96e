package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Score for the grounding of a response in its source or for its relevance to the
 * question.
 *
 * @param type grounding or relevance
 * @param threshold the score below which the guardrail acts
 * @param score the score, from 0 to 1
 * @param action the action that the guardrail took
 * @param detected whether it was found, even if no action was taken
 * @since 0.1.0
 */
public record GuardrailContextualGroundingFilter(GuardrailContextualGroundingFilterType type, double threshold,
		double score, GuardrailContextualGroundingPolicyAction action,
		@Nullable Boolean detected) implements Structure {

	/**
	 * Check the required components.
	 * @param type grounding or relevance
	 * @param threshold the score below which the guardrail acts
	 * @param score the score, from 0 to 1
	 * @param action the action that the guardrail took
	 * @param detected whether it was found, even if no action was taken
	 */
	public GuardrailContextualGroundingFilter {
		Assert.notNull(type, "'type' must not be null");
		Assert.notNull(action, "'action' must not be null");
	}

}
