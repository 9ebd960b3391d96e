package io.bedrockruntime.model.guardrailchecks;

import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * Guardrail checks content filter result entry.
 *
 * @param category the category
 * @param severityScore the severity score
 * @since 0.1.0
 */
public record GuardrailChecksContentFilterResultEntry(GuardrailChecksContentFilterCategory category,
		double severityScore) implements Structure {

	/**
	 * Check what is required.
	 * @param category the category
	 * @param severityScore the severity score
	 */
	public GuardrailChecksContentFilterResultEntry {
		Assert.notNull(category, "'category' must not be null");
	}

}
