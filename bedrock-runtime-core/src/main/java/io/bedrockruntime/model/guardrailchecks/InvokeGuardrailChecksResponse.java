package io.bedrockruntime.model.guardrailchecks;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Findings of checks in messages.
 *
 * @param results the findings of each check
 * @param usage the usage of each check
 * @param responseMetadata the metadata of the response, {@code null} if the response did
 * not come from the service
 * @since 0.1.0
 */
public record InvokeGuardrailChecksResponse(GuardrailChecksResults results, GuardrailChecksUsageResults usage,
		@JsonIgnore @Nullable ResponseMetadata responseMetadata) implements Structure {

	/**
	 * Check the required components.
	 * @param results the findings of each check
	 * @param usage the usage of each check
	 * @param responseMetadata the metadata of the response, {@code null} if the response
	 * did not come from the service
	 */
	public InvokeGuardrailChecksResponse {
		Assert.notNull(results, "'results' must not be null");
		Assert.notNull(usage, "'usage' must not be null");
	}

	/**
	 * Create an instance without response metadata.
	 * @param results the findings of each check
	 * @param usage the usage of each check
	 */
	public InvokeGuardrailChecksResponse(GuardrailChecksResults results, GuardrailChecksUsageResults usage) {
		this(results, usage, null);
	}

	/**
	 * Return the same response with metadata.
	 * @param responseMetadata the metadata
	 * @return the response
	 */
	public InvokeGuardrailChecksResponse withResponseMetadata(ResponseMetadata responseMetadata) {
		return new InvokeGuardrailChecksResponse(this.results, this.usage, responseMetadata);
	}

}
