package io.bedrockruntime.model.guardrailchecks;

import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * Severity of an attack of one kind.
 *
 * @param category the category
 * @param severityScore the severity
 * @since 0.1.0
 */
public record GuardrailChecksPromptAttackResultEntry(GuardrailChecksPromptAttackCategory category,
		double severityScore) implements Structure {

	/**
	 * Check the required components.
	 * @param category the category
	 * @param severityScore the severity
	 */
	public GuardrailChecksPromptAttackResultEntry {
		Assert.notNull(category, "'category' must not be null");
	}

}
