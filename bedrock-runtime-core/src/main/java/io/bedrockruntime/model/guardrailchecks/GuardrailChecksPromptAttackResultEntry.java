package io.bedrockruntime.model.guardrailchecks;

import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * Guardrail checks prompt attack result entry.
 *
 * @param category the category
 * @param severityScore the severity score
 * @since 0.1.0
 */
public record GuardrailChecksPromptAttackResultEntry(GuardrailChecksPromptAttackCategory category,
		double severityScore) implements Structure {

	/**
	 * Check what is required.
	 * @param category the category
	 * @param severityScore the severity score
	 */
	public GuardrailChecksPromptAttackResultEntry {
		Assert.notNull(category, "'category' must not be null");
	}

}
