package io.bedrockruntime.model.guardrailchecks;

import java.util.List;

import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * Which attacks on the prompt were found.
 *
 * @param results what was found
 * @since 0.1.0
 */
public record GuardrailChecksPromptAttackResult(
		List<GuardrailChecksPromptAttackResultEntry> results) implements Structure {

	/**
	 * Check what is required and copy what could change.
	 * @param results what was found
	 */
	public GuardrailChecksPromptAttackResult {
		Assert.notNull(results, "'results' must not be null");
		results = List.copyOf(results);
	}

}
