package io.bedrockruntime.model.guardrailchecks;

import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * A kind of attack to look for.
 *
 * @param category the category
 * @since 0.1.0
 */
public record GuardrailChecksPromptAttackCategoryConfig(
		GuardrailChecksPromptAttackCategory category) implements Structure {

	/**
	 * Check the required components.
	 * @param category the category
	 */
	public GuardrailChecksPromptAttackCategoryConfig {
		Assert.notNull(category, "'category' must not be null");
	}

}
