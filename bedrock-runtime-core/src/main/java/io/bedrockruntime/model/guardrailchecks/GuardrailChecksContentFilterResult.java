package io.bedrockruntime.model.guardrailchecks;

import java.util.List;

import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * Guardrail checks content filter result.
 *
 * @param results the results
 * @since 0.1.0
 */
public record GuardrailChecksContentFilterResult(
		List<GuardrailChecksContentFilterResultEntry> results) implements Structure {

	/**
	 * Check what is required and copy what could change.
	 * @param results the results
	 */
	public GuardrailChecksContentFilterResult {
		Assert.notNull(results, "'results' must not be null");
		results = List.copyOf(results);
	}

}
