package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Guardrail content filter.
 *
 * @param type the type
 * @param confidence the confidence
 * @param action the action
 * @param filterStrength the filter strength
 * @param detected the detected
 * @since 0.1.0
 */
public record GuardrailContentFilter(GuardrailContentFilterType type, GuardrailContentFilterConfidence confidence,
		GuardrailContentPolicyAction action, @Nullable GuardrailContentFilterStrength filterStrength,
		@Nullable Boolean detected) implements Structure {

	/**
	 * Check what is required.
	 * @param type the type
	 * @param confidence the confidence
	 * @param action the action
	 * @param filterStrength the filter strength
	 * @param detected the detected
	 */
	public GuardrailContentFilter {
		Assert.notNull(type, "'type' must not be null");
		Assert.notNull(confidence, "'confidence' must not be null");
		Assert.notNull(action, "'action' must not be null");
	}

}
