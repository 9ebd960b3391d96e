package io.bedrockruntime.model.guardrailchecks;

import java.util.Arrays;
import java.util.List;

import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * Kinds of attack on the prompt to look for.
 *
 * @param categories the kinds of attack
 * @since 0.1.0
 */
public record GuardrailChecksPromptAttackConfig(
		List<GuardrailChecksPromptAttackCategoryConfig> categories) implements Structure {

	/**
	 * Check the required components and make defensive copies.
	 * @param categories the kinds of attack
	 */
	public GuardrailChecksPromptAttackConfig {
		Assert.notNull(categories, "'categories' must not be null");
		categories = List.copyOf(categories);
	}

	/**
	 * Return a configuration that looks for some kinds of attack.
	 * @param categories the categories to look for
	 * @return the configuration
	 */
	public static GuardrailChecksPromptAttackConfig of(GuardrailChecksPromptAttackCategory... categories) {
		return new GuardrailChecksPromptAttackConfig(
				Arrays.stream(categories).map(GuardrailChecksPromptAttackCategoryConfig::new).toList());
	}

}
