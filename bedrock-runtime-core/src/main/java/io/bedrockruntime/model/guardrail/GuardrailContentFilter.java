package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Finding of a filter for harmful content.
 *
 * @param type the kind of harm
 * @param confidence the confidence of the guardrail
 * @param action the action that the guardrail took
 * @param filterStrength the configured strength of the filter
 * @param detected whether it was found, even if no action was taken
 * @since 0.1.0
 */
public record GuardrailContentFilter(GuardrailContentFilterType type, GuardrailContentFilterConfidence confidence,
		GuardrailContentPolicyAction action, @Nullable GuardrailContentFilterStrength filterStrength,
		@Nullable Boolean detected) implements Structure {

	/**
	 * Check the required components.
	 * @param type the kind of harm
	 * @param confidence the confidence of the guardrail
	 * @param action the action that the guardrail took
	 * @param filterStrength the configured strength of the filter
	 * @param detected whether it was found, even if no action was taken
	 */
	public GuardrailContentFilter {
		Assert.notNull(type, "'type' must not be null");
		Assert.notNull(confidence, "'confidence' must not be null");
		Assert.notNull(action, "'action' must not be null");
	}

}
