package io.bedrockruntime.model.guardrailchecks;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Checks to run.
 *
 * @param contentFilter harmful content
 * @param promptAttack attempts to attack the prompt
 * @param sensitiveInformation personal and other sensitive information
 * @since 0.1.0
 */
public record GuardrailChecksConfig(@Nullable GuardrailChecksContentFilterConfig contentFilter,
		@Nullable GuardrailChecksPromptAttackConfig promptAttack,
		@Nullable GuardrailChecksSensitiveInformationConfig sensitiveInformation) implements Structure {

	/**
	 * Return a copy with another {@code contentFilter}.
	 * @param contentFilter harmful content
	 * @return the copy
	 */
	public GuardrailChecksConfig withContentFilter(@Nullable GuardrailChecksContentFilterConfig contentFilter) {
		return new GuardrailChecksConfig(contentFilter, this.promptAttack, this.sensitiveInformation);
	}

	/**
	 * Return a copy with another {@code promptAttack}.
	 * @param promptAttack attempts to attack the prompt
	 * @return the copy
	 */
	public GuardrailChecksConfig withPromptAttack(@Nullable GuardrailChecksPromptAttackConfig promptAttack) {
		return new GuardrailChecksConfig(this.contentFilter, promptAttack, this.sensitiveInformation);
	}

	/**
	 * Return a copy with another {@code sensitiveInformation}.
	 * @param sensitiveInformation personal and other sensitive information
	 * @return the copy
	 */
	public GuardrailChecksConfig withSensitiveInformation(
			@Nullable GuardrailChecksSensitiveInformationConfig sensitiveInformation) {
		return new GuardrailChecksConfig(this.contentFilter, this.promptAttack, sensitiveInformation);
	}

	/**
	 * Return a configuration without checks, to which checks can be added.
	 * @return the configuration
	 */
	public static GuardrailChecksConfig none() {
		return new GuardrailChecksConfig(null, null, null);
	}

}
