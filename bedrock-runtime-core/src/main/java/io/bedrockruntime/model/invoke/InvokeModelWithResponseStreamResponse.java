package io.bedrockruntime.model.invoke;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What comes with the stream of an InvokeModelWithResponseStream call. Its {@code body}
 * member is not a component: the events are delivered as the stream of
 * {@link ResponseStream} itself.
 *
 * @param contentType the media type of the chunks
 * @param performanceConfigLatency the latency that was asked for, or was given
 * @param serviceTier the tier that processed the request
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
	 * @param contentType the media type of the chunks
	 * @param performanceConfigLatency the latency that was asked for, or was given
	 * @param serviceTier the tier that processed the request
	 * @param responseMetadata what came with the response besides this shape,
	 * {@code null} if it did not come from the service
	 */
	public InvokeModelWithResponseStreamResponse {
		Assert.notNull(contentType, "'contentType' must not be null");
	}

	/**
	 * Create one without response metadata.
	 * @param contentType the media type of the chunks
	 * @param performanceConfigLatency the latency that was asked for, or was given
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
