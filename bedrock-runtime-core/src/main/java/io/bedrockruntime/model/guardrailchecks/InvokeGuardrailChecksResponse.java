package io.bedrockruntime.model.guardrailchecks;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What checks found in messages.
 *
 * @param results what each check found
 * @param usage what each check consumed
 * @param responseMetadata what came with the response besides this shape, {@code null} if
 * it did not come from the service
 * @since 0.1.0
 */
public record InvokeGuardrailChecksResponse(GuardrailChecksResults results, GuardrailChecksUsageResults usage,
		@JsonIgnore @Nullable ResponseMetadata responseMetadata) implements Structure {

	/**
	 * Check what is required.
	 * @param results what each check found
	 * @param usage what each check consumed
	 * @param responseMetadata what came with the response besides this shape,
	 * {@code null} if it did not come from the service
	 */
	public InvokeGuardrailChecksResponse {
		Assert.notNull(results, "'results' must not be null");
		Assert.notNull(usage, "'usage' must not be null");
	}

	/**
	 * Create one without response metadata.
	 * @param results what each check found
	 * @param usage what each check consumed
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
