package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What a filter for harmful content found.
 *
 * @param type the kind of harm
 * @param confidence how sure the guardrail is
 * @param action what the guardrail did about it
 * @param filterStrength how strict the filter is set
 * @param detected whether it was found, also if no action was taken
 * @since 0.1.0
 */
public record GuardrailContentFilter(GuardrailContentFilterType type, GuardrailContentFilterConfidence confidence,
		GuardrailContentPolicyAction action, @Nullable GuardrailContentFilterStrength filterStrength,
		@Nullable Boolean detected) implements Structure {

	/**
	 * Check what is required.
	 * @param type the kind of harm
	 * @param confidence how sure the guardrail is
	 * @param action what the guardrail did about it
	 * @param filterStrength how strict the filter is set
	 * @param detected whether it was found, also if no action was taken
	 */
	public GuardrailContentFilter {
		Assert.notNull(type, "'type' must not be null");
		Assert.notNull(confidence, "'confidence' must not be null");
		Assert.notNull(action, "'action' must not be null");
	}

}
