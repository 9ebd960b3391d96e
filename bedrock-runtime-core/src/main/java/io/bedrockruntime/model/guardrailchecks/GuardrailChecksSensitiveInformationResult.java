package io.bedrockruntime.model.guardrailchecks;

import java.util.List;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Which sensitive information was found.
 *
 * @param results what was found
 * @param truncated whether more was found than is listed
 * @since 0.1.0
 */
public record GuardrailChecksSensitiveInformationResult(List<GuardrailChecksSensitiveInformationResultEntry> results,
		@Nullable Boolean truncated) implements Structure {

	/**
	 * Check what is required and copy what could change.
	 * @param results what was found
	 * @param truncated whether more was found than is listed
	 */
	public GuardrailChecksSensitiveInformationResult {
		Assert.notNull(results, "'results' must not be null");
		results = List.copyOf(results);
	}

}
