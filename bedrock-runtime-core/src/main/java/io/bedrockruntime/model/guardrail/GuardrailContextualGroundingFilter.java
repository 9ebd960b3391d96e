package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Guardrail contextual grounding filter.
 *
 * @param type the type
 * @param threshold the threshold
 * @param score the score
 * @param action the action
 * @param detected the detected
 * @since 0.1.0
 */
public record GuardrailContextualGroundingFilter(GuardrailContextualGroundingFilterType type, double threshold,
		double score, GuardrailContextualGroundingPolicyAction action,
		@Nullable Boolean detected) implements Structure {

	/**
	 * Check what is required.
	 * @param type the type
	 * @param threshold the threshold
	 * @param score the score
	 * @param action the action
	 * @param detected the detected
	 */
	public GuardrailContextualGroundingFilter {
		Assert.notNull(type, "'type' must not be null");
		Assert.notNull(action, "'action' must not be null");
	}

}
