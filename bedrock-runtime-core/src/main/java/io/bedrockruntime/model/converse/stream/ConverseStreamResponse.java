package io.bedrockruntime.model.converse.stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Response of a ConverseStream call without its events. The {@code stream} member is not
 * a component: the events are delivered separately, as a stream of
 * {@link ConverseStreamOutput}.
 *
 * @param responseMetadata the metadata of the response, {@code null} if the response did
 * not come from the service
 * @since 0.1.0
 */
public record ConverseStreamResponse(@JsonIgnore @Nullable ResponseMetadata responseMetadata) implements Structure {

	/**
	 * Create an instance without response metadata.
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
