package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * How well an answer keeps to its source or to the question.
 *
 * @param type grounding or relevance
 * @param threshold the score below which the guardrail acts
 * @param score the score, from 0 to 1
 * @param action what the guardrail did about it
 * @param detected whether it was found, also if no action was taken
 * @since 0.1.0
 */
public record GuardrailContextualGroundingFilter(GuardrailContextualGroundingFilterType type, double threshold,
		double score, GuardrailContextualGroundingPolicyAction action,
		@Nullable Boolean detected) implements Structure {

	/**
	 * Check what is required.
	 * @param type grounding or relevance
	 * @param threshold the score below which the guardrail acts
	 * @param score the score, from 0 to 1
	 * @param action what the guardrail did about it
	 * @param detected whether it was found, also if no action was taken
	 */
	public GuardrailContextualGroundingFilter {
		Assert.notNull(type, "'type' must not be null");
		Assert.notNull(action, "'action' must not be null");
	}

}
