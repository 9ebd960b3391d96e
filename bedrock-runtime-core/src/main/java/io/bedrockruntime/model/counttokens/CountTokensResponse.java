package io.bedrockruntime.model.counttokens;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * How many tokens a request has.
 *
 * @param inputTokens the number of input tokens
 * @param responseMetadata what came with the response besides this shape, {@code null} if
 * it did not come from the service
 * @since 0.1.0
 */
public record CountTokensResponse(int inputTokens,
		@JsonIgnore @Nullable ResponseMetadata responseMetadata) implements Structure {

	/**
	 * Create one without response metadata.
	 * @param inputTokens the number of input tokens
	 */
	public CountTokensResponse(int inputTokens) {
		this(inputTokens, null);
	}

	/**
	 * Return the same response with metadata.
	 * @param responseMetadata the metadata
	 * @return the response
	 */
	public CountTokensResponse withResponseMetadata(ResponseMetadata responseMetadata) {
		return new CountTokensResponse(this.inputTokens, responseMetadata);
	}

}
