package io.bedrockruntime.model.counttokens;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Number of tokens of a request.
 *
 * @param inputTokens the number of input tokens
 * @param responseMetadata the metadata of the response, {@code null} if the response did
 * not come from the service
 * @since 0.1.0
 */
public record CountTokensResponse(int inputTokens,
		@JsonIgnore @Nullable ResponseMetadata responseMetadata) implements Structure {

	/**
	 * Create an instance without response metadata.
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
