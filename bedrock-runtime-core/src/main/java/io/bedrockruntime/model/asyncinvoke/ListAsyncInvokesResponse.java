package io.bedrockruntime.model.asyncinvoke;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * A page of asynchronous invocations.
 *
 * @param nextToken the token of the next page, {@code null} on the last page
 * @param asyncInvokeSummaries the invocations
 * @param responseMetadata the metadata of the response, {@code null} if the response did
 * not come from the service
 * @since 0.1.0
 */
public record ListAsyncInvokesResponse(@Nullable String nextToken,
		@Nullable List<AsyncInvokeSummary> asyncInvokeSummaries,
		@JsonIgnore @Nullable ResponseMetadata responseMetadata) implements Structure {

	/**
	 * Make defensive copies.
	 * @param nextToken the token of the next page, {@code null} on the last page
	 * @param asyncInvokeSummaries the invocations
	 * @param responseMetadata the metadata of the response, {@code null} if the response
	 * did not come from the service
	 */
	public ListAsyncInvokesResponse {
		asyncInvokeSummaries = (asyncInvokeSummaries != null) ? List.copyOf(asyncInvokeSummaries) : null;
	}

	/**
	 * Create an instance without response metadata.
	 * @param nextToken the token of the next page, {@code null} on the last page
	 * @param asyncInvokeSummaries the invocations
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
