package io.bedrockruntime.model.guardrailchecks;

import java.util.List;

import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * Attacks on the prompt that were found.
 *
 * @param results the findings
 * @since 0.1.0
 */
public record GuardrailChecksPromptAttackResult(
		List<GuardrailChecksPromptAttackResultEntry> results) implements Structure {

	/**
	 * Check the required components and make defensive copies.
	 * @param results the findings
	 */
	public GuardrailChecksPromptAttackResult {
		Assert.notNull(results, "'results' must not be null");
		results = List.copyOf(results);
	}

}
