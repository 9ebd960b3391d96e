package io.bedrockruntime.model.guardrailchecks;

import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * A category of harmful content to look for.
 *
 * @param category the category
 * @since 0.1.0
 */
public record GuardrailChecksContentFilterCategoryConfig(
		GuardrailChecksContentFilterCategory category) implements Structure {

	/**
	 * Check the required components.
	 * @param category the category
	 */
	public GuardrailChecksContentFilterCategoryConfig {
		Assert.notNull(category, "'category' must not be null");
	}

}
