package io.bedrockruntime.model.invoke;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Invoke model with response stream response. Its {@code body} member is not a component:
 * the events are delivered as the stream of {@link ResponseStream} itself.
 *
 * @param contentType the content type
 * @param performanceConfigLatency the performance config latency
 * @param serviceTier the service tier
 * @param responseMetadata what came with the response besides this shape, {@code null} if
 * it did not come from the service
 * @since 0.1.0
 */
public record InvokeModelWithResponseStreamResponse(@JsonIgnore String contentType,
		@JsonIgnore @Nullable PerformanceConfigLatency performanceConfigLatency,
		@JsonIgnore @Nullable ServiceTierType serviceTier,
		@JsonIgnore @Nullable ResponseMetadata responseMetadata) implements Structure {

	/**
	 * Check what is required.
	 * @param contentType the content type
	 * @param performanceConfigLatency the performance config latency
	 * @param serviceTier the service tier
	 * @param responseMetadata what came with the response besides this shape,
	 * {@code null} if it did not come from the service
	 */
	public InvokeModelWithResponseStreamResponse {
		Assert.notNull(contentType, "'contentType' must not be null");
	}

	/**
	 * Create one without response metadata.
	 * @param contentType the content type
	 * @param performanceConfigLatency the performance config latency
	 * @param serviceTier the service tier
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
