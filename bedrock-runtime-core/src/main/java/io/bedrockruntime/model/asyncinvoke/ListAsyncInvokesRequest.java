package io.bedrockruntime.model.asyncinvoke;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Request for a list of asynchronous invocations. All members are sent in the query; an
 * absent member does not restrict the list.
 *
 * @param submitTimeAfter only invocations submitted after this
 * @param submitTimeBefore only invocations submitted before this
 * @param statusEquals only invocations with this status
 * @param maxResults the maximum number of invocations on a page, 1 to 1000
 * @param nextToken the token that the previous page returned
 * @param sortBy the sort key
 * @param sortOrder the sort direction
 * @since 0.1.0
 * @see <a href=
 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ListAsyncInvokes.html">ListAsyncInvokes</a>
 */
public record ListAsyncInvokesRequest(@JsonIgnore @Nullable Instant submitTimeAfter,
		@JsonIgnore @Nullable Instant submitTimeBefore, @JsonIgnore @Nullable AsyncInvokeStatus statusEquals,
		@JsonIgnore @Nullable Integer maxResults, @JsonIgnore @Nullable String nextToken,
		@JsonIgnore @Nullable SortAsyncInvocationBy sortBy,
		@JsonIgnore @Nullable SortOrder sortOrder) implements Structure {

	/**
	 * Return a builder of a request.
	 * @return the builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Return a builder that starts from this request.
	 * @return the builder
	 */
	public Builder toBuilder() {
		Builder builder = new Builder();
		builder.submitTimeAfter = this.submitTimeAfter;
		builder.submitTimeBefore = this.submitTimeBefore;
		builder.statusEquals = this.statusEquals;
		builder.maxResults = this.maxResults;
		builder.nextToken = this.nextToken;
		builder.sortBy = this.sortBy;
		builder.sortOrder = this.sortOrder;
		return builder;
	}

	/**
	 * Builds a {@link ListAsyncInvokesRequest}.
	 */
	public static final class Builder {

		private @Nullable Instant submitTimeAfter;

		private @Nullable Instant submitTimeBefore;

		private @Nullable AsyncInvokeStatus statusEquals;

		private @Nullable Integer maxResults;

		private @Nullable String nextToken;

		private @Nullable SortAsyncInvocationBy sortBy;

		private @Nullable SortOrder sortOrder;

		private Builder() {
		}

		/**
		 * Set the earliest submission time.
		 * @param submitTimeAfter only invocations submitted after this
		 * @return this builder
		 */
		public Builder submitTimeAfter(@Nullable Instant submitTimeAfter) {
			this.submitTimeAfter = submitTimeAfter;
			return this;
		}

		/**
		 * Set the latest submission time.
		 * @param submitTimeBefore only invocations submitted before this
		 * @return this builder
		 */
		public Builder submitTimeBefore(@Nullable Instant submitTimeBefore) {
			this.submitTimeBefore = submitTimeBefore;
			return this;
		}

		/**
		 * Set the status.
		 * @param statusEquals only invocations with this status
		 * @return this builder
		 */
		public Builder statusEquals(@Nullable AsyncInvokeStatus statusEquals) {
			this.statusEquals = statusEquals;
			return this;
		}

		/**
		 * Set the size of a page.
		 * @param maxResults invocations per page, 1 to 1000
		 * @return this builder
		 */
		public Builder maxResults(@Nullable Integer maxResults) {
			this.maxResults = maxResults;
			return this;
		}

		/**
		 * Set the token of the page.
		 * @param nextToken the token that the previous page returned
		 * @return this builder
		 */
		public Builder nextToken(@Nullable String nextToken) {
			this.nextToken = nextToken;
			return this;
		}

		/**
		 * Set the sort key.
		 * @param sortBy the sort key
		 * @return this builder
		 */
		public Builder sortBy(@Nullable SortAsyncInvocationBy sortBy) {
			this.sortBy = sortBy;
			return this;
		}

		/**
		 * Set the sort direction.
		 * @param sortOrder the direction
		 * @return this builder
		 */
		public Builder sortOrder(@Nullable SortOrder sortOrder) {
			this.sortOrder = sortOrder;
			return this;
		}

		/**
		 * Return the request.
		 * @return the request
		 */
		public ListAsyncInvokesRequest build() {
			return new ListAsyncInvokesRequest(this.submitTimeAfter, this.submitTimeBefore, this.statusEquals,
					this.maxResults, this.nextToken, this.sortBy, this.sortOrder);
		}

	}

}
