package io.bedrockruntime.model.guardrailchecks;

import java.util.List;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Sensitive information that was found.
 *
 * @param results the findings
 * @param truncated whether more was found than is listed
 * @since 0.1.0
 */
public record GuardrailChecksSensitiveInformationResult(List<GuardrailChecksSensitiveInformationResultEntry> results,
		@Nullable Boolean truncated) implements Structure {

	/**
	 * Check the required components and make defensive copies.
	 * @param results the findings
	 * @param truncated whether more was found than is listed
	 */
	public GuardrailChecksSensitiveInformationResult {
		Assert.notNull(results, "'results' must not be null");
		results = List.copyOf(results);
	}

}
