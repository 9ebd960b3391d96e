package io.bedrockruntime.model.guardrailchecks;

import java.util.Arrays;
import java.util.List;

import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * Categories of harmful content to look for.
 *
 * @param categories the categories
 * @since 0.1.0
 */
public record GuardrailChecksContentFilterConfig(
		List<GuardrailChecksContentFilterCategoryConfig> categories) implements Structure {

	/**
	 * Check the required components and make defensive copies.
	 * @param categories the categories
	 */
	public GuardrailChecksContentFilterConfig {
		Assert.notNull(categories, "'categories' must not be null");
		categories = List.copyOf(categories);
	}

	/**
	 * Return a configuration that looks for some categories.
	 * @param categories the categories to look for
	 * @return the configuration
	 */
	public static GuardrailChecksContentFilterConfig of(GuardrailChecksContentFilterCategory... categories) {
		return new GuardrailChecksContentFilterConfig(
				Arrays.stream(categories).map(GuardrailChecksContentFilterCategoryConfig::new).toList());
	}

}
