package io.bedrockruntime.model.asyncinvoke;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * List async invokes response.
 *
 * @param nextToken the next token
 * @param asyncInvokeSummaries the async invoke summaries
 * @param responseMetadata what came with the response besides this shape, {@code null} if
 * it did not come from the service
 * @since 0.1.0
 */
public record ListAsyncInvokesResponse(@Nullable String nextToken,
		@Nullable List<AsyncInvokeSummary> asyncInvokeSummaries,
		@JsonIgnore @Nullable ResponseMetadata responseMetadata) implements Structure {

	/**
	 * Copy what could change.
	 * @param nextToken the next token
	 * @param asyncInvokeSummaries the async invoke summaries
	 * @param responseMetadata what came with the response besides this shape,
	 * {@code null} if it did not come from the service
	 */
	public ListAsyncInvokesResponse {
		asyncInvokeSummaries = (asyncInvokeSummaries != null) ? List.copyOf(asyncInvokeSummaries) : null;
	}

	/**
	 * Create one without response metadata.
	 * @param nextToken the next token
	 * @param asyncInvokeSummaries the async invoke summaries
	 */
	public ListAsyncInvokesResponse(@Nullable String nextToken,
			@Nullable List<AsyncInvokeSummary> asyncInvokeSummaries) {
		this(nextToken, asyncInvokeSummaries, null);
	}

	/**
	 * Return the same response with metadata.
	 * @param responseMetadata the metadata
	 * @return the response
	 */
	public ListAsyncInvokesResponse withResponseMetadata(ResponseMetadata responseMetadata) {
		return new ListAsyncInvokesResponse(this.nextToken, this.asyncInvokeSummaries, responseMetadata);
	}

}
