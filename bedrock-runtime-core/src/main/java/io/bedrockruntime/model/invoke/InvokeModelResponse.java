package io.bedrockruntime.model.invoke;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Response of a model in the model's native format.
 *
 * @param body the body in the model's native format, 25 MB at most
 * @param contentType the media type of the body
 * @param performanceConfigLatency the latency that was requested or provided
 * @param serviceTier the tier that processed the request
 * @param responseMetadata the metadata of the response, {@code null} if the response did
 * not come from the service
 * @since 0.1.0
 */
public record InvokeModelResponse(@JsonIgnore Blob body, @JsonIgnore String contentType,
		@JsonIgnore @Nullable PerformanceConfigLatency performanceConfigLatency,
		@JsonIgnore @Nullable ServiceTierType serviceTier,
		@JsonIgnore @Nullable ResponseMetadata responseMetadata) implements Structure {

	/**
	 * Check the required components.
	 * @param body the body in the model's native format, 25 MB at most
	 * @param contentType the media type of the body
	 * @param performanceConfigLatency the latency that was requested or provided
	 * @param serviceTier the tier that processed the request
	 * @param responseMetadata the metadata of the response, {@code null} if the response
	 * did not come from the service
	 */
	public InvokeModelResponse {
		Assert.notNull(body, "'body' must not be null");
		Assert.notNull(contentType, "'contentType' must not be null");
	}

	/**
	 * Create an instance without response metadata.
	 * @param body the body in the model's native format, 25 MB at most
	 * @param contentType the media type of the body
	 * @param performanceConfigLatency the latency that was requested or provided
	 * @param serviceTier the tier that processed the request
	 */
	public InvokeModelResponse(Blob body, String contentType,
			@Nullable PerformanceConfigLatency performanceConfigLatency, @Nullable ServiceTierType serviceTier) {
		this(body, contentType, performanceConfigLatency, serviceTier, null);
	}

	/**
	 * Return the same response with metadata.
	 * @param responseMetadata the metadata
	 * @return the response
	 */
	public InvokeModelResponse withResponseMetadata(ResponseMetadata responseMetadata) {
		return new InvokeModelResponse(this.body, this.contentType, this.performanceConfigLatency, this.serviceTier,
				responseMetadata);
	}

}
