package io.bedrockruntime.model.guardrailchecks;

import java.util.List;

import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * Harmful content that was found.
 *
 * @param results the findings
 * @since 0.1.0
 */
public record GuardrailChecksContentFilterResult(
		List<GuardrailChecksContentFilterResultEntry> results) implements Structure {

	/**
	 * Check the required components and make defensive copies.
	 * @param results the findings
	 */
	public GuardrailChecksContentFilterResult {
		Assert.notNull(results, "'results' must not be null");
		results = List.copyOf(results);
	}

}
