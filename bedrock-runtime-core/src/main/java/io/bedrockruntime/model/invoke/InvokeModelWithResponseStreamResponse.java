package io.bedrockruntime.model.invoke;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Response of an InvokeModelWithResponseStream call without its events. The {@code body}
 * member is not a component: the events are delivered separately, as a stream of
 * {@link ResponseStream}.
 *
 * @param contentType the media type of the chunks
 * @param performanceConfigLatency the latency that was requested or provided
 * @param serviceTier the tier that processed the request
 * @param responseMetadata the metadata of the response, {@code null} if the response did
 * not come from the service
 * @since 0.1.0
 */
public record InvokeModelWithResponseStreamResponse(@JsonIgnore String contentType,
		@JsonIgnore @Nullable PerformanceConfigLatency performanceConfigLatency,
		@JsonIgnore @Nullable ServiceTierType serviceTier,
		@JsonIgnore @Nullable ResponseMetadata responseMetadata) implements Structure {

	/**
	 * Check the required components.
	 * @param contentType the media type of the chunks
	 * @param performanceConfigLatency the latency that was requested or provided
	 * @param serviceTier the tier that processed the request
	 * @param responseMetadata the metadata of the response, {@code null} if the response
	 * did not come from the service
	 */
	public InvokeModelWithResponseStreamResponse {
		Assert.notNull(contentType, "'contentType' must not be null");
	}

	/**
	 * Create an instance without response metadata.
	 * @param contentType the media type of the chunks
	 * @param performanceConfigLatency the latency that was requested or provided
	 * @param serviceTier the tier that processed the request
	 */
	public InvokeModelWithResponseStreamResponse(String contentType,
			@Nullable PerformanceConfigLatency performanceConfigLatency, @Nullable ServiceTierType serviceTier) {
		this(contentType, performanceConfigLatency, serviceTier, null);
	}

	/**
	 * Return the same response with metadata.
	 * @param responseMetadata the metadata
	 * @return the response
	 */
	public InvokeModelWithResponseStreamResponse withResponseMetadata(ResponseMetadata responseMetadata) {
		return new InvokeModelWithResponseStreamResponse(this.contentType, this.performanceConfigLatency,
				this.serviceTier, responseMetadata);
	}

}
