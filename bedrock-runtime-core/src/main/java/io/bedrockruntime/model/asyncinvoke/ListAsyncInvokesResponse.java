package io.bedrockruntime.model.asyncinvoke;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * A page of asynchronous invocations.
 *
 * @param nextToken where the next page begins, {@code null} on the last page
 * @param asyncInvokeSummaries the invocations
 * @param responseMetadata what came with the response besides this shape, {@code null} if
 * it did not come from the service
 * @since 0.1.0
 */
public record ListAsyncInvokesResponse(@Nullable String nextToken,
		@Nullable List<AsyncInvokeSummary> asyncInvokeSummaries,
		@JsonIgnore @Nullable ResponseMetadata responseMetadata) implements Structure {

	/**
	 * Copy what could change.
	 * @param nextToken where the next page begins, {@code null} on the last page
	 * @param asyncInvokeSummaries the invocations
	 * @param responseMetadata what came with the response besides this shape,
	 * {@code null} if it did not come from the service
	 */
	public ListAsyncInvokesResponse {
		asyncInvokeSummaries = (asyncInvokeSummaries != null) ? List.copyOf(asyncInvokeSummaries) : null;
	}

	/**
	 * Create one without response metadata.
	 * @param nextToken where the next page begins, {@code null} on the last page
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
