package io.bedrockruntime.model.guardrailchecks;

import java.util.List;

import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * Guardrail checks prompt attack config.
 *
 * @param categories the categories
 * @since 0.1.0
 */
public record GuardrailChecksPromptAttackConfig(
		List<GuardrailChecksPromptAttackCategoryConfig> categories) implements Structure {

	/**
	 * Check what is required and copy what could change.
	 * @param categories the categories
	 */
	public GuardrailChecksPromptAttackConfig {
		Assert.notNull(categories, "'categories' must not be null");
		categories = List.copyOf(categories);
	}

}
