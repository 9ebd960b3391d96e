package io.bedrockruntime.model.invoke;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Response of a bidirectional call without its events. The {@code body} member is not a
 * component: the events are delivered separately, as a stream of
 * {@link InvokeModelWithBidirectionalStreamOutput}.
 *
 * @param responseMetadata the metadata of the response, {@code null} if the response did
 * not come from the service
 * @since 0.1.0
 */
public record InvokeModelWithBidirectionalStreamResponse(
		@JsonIgnore @Nullable ResponseMetadata responseMetadata) implements Structure {

	/**
	 * Create an instance without response metadata.
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
