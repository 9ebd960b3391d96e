package io.bedrockruntime.model.guardrailchecks;

import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * How severe an attack of one kind is.
 *
 * @param category the category
 * @param severityScore how severe it is
 * @since 0.1.0
 */
public record GuardrailChecksPromptAttackResultEntry(GuardrailChecksPromptAttackCategory category,
		double severityScore) implements Structure {

	/**
	 * Check what is required.
	 * @param category the category
	 * @param severityScore how severe it is
	 */
	public GuardrailChecksPromptAttackResultEntry {
		Assert.notNull(category, "'category' must not be null");
	}

}
