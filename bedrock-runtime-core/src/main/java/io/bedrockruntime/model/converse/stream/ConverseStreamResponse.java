package io.bedrockruntime.model.converse.stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * What comes with the stream of a ConverseStream call. Its {@code stream} member is not a
 * component: the events are delivered as the stream of {@link ConverseStreamOutput}
 * itself.
 *
 * @param responseMetadata what came with the response besides this shape, {@code null} if
 * it did not come from the service
 * @since 0.1.0
 */
public record ConverseStreamResponse(@JsonIgnore @Nullable ResponseMetadata responseMetadata) implements Structure {

	/**
	 * Create one without response metadata.
	 */
	public ConverseStreamResponse() {
		this(null);
	}

	/**
	 * Return the same response with metadata.
	 * @param responseMetadata the metadata
	 * @return the response
	 */
	public ConverseStreamResponse withResponseMetadata(ResponseMetadata responseMetadata) {
		return new ConverseStreamResponse(responseMetadata);
	}

}
