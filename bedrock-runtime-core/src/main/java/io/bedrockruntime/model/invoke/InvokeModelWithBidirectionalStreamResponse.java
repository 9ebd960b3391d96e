package io.bedrockruntime.model.invoke;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * What comes with the stream of a bidirectional call. Its {@code body} member is not a
 * component: the events are delivered as the stream of
 * {@link InvokeModelWithBidirectionalStreamOutput} itself.
 *
 * @param responseMetadata what came with the response besides this shape, {@code null} if
 * it did not come from the service
 * @since 0.1.0
 */
public record InvokeModelWithBidirectionalStreamResponse(
		@JsonIgnore @Nullable ResponseMetadata responseMetadata) implements Structure {

	/**
	 * Create one without response metadata.
	 */
	public InvokeModelWithBidirectionalStreamResponse() {
		this(null);
	}

	/**
	 * Return the same response with metadata.
	 * @param responseMetadata the metadata
	 * @return the response
	 */
	public InvokeModelWithBidirectionalStreamResponse withResponseMetadata(ResponseMetadata responseMetadata) {
		return new InvokeModelWithBidirectionalStreamResponse(responseMetadata);
	}

}
