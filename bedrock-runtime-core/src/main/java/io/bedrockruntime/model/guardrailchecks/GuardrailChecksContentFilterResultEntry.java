package io.bedrockruntime.model.guardrailchecks;

import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * How severe the content is in one category.
 *
 * @param category the category
 * @param severityScore how severe it is
 * @since 0.1.0
 */
public record GuardrailChecksContentFilterResultEntry(GuardrailChecksContentFilterCategory category,
		double severityScore) implements Structure {

	/**
	 * Check what is required.
	 * @param category the category
	 * @param severityScore how severe it is
	 */
	public GuardrailChecksContentFilterResultEntry {
		Assert.notNull(category, "'category' must not be null");
	}

}
