package io.bedrockruntime.model.asyncinvoke;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The state of an asynchronous invocation.
 *
 * @param invocationArn the ARN of the invocation
 * @param modelArn the ARN of the model
 * @param status the status
 * @param submitTime when the invocation was submitted
 * @param outputDataConfig the destination of the output
 * @param clientRequestToken a token that makes the request idempotent, 1 to 256
 * characters
 * @param failureMessage why the invocation failed
 * @param lastModifiedTime when the invocation last changed
 * @param endTime when the invocation ended
 * @param responseMetadata the metadata of the response, {@code null} if the response did
 * not come from the service
 * @since 0.1.0
 */
public record GetAsyncInvokeResponse(String invocationArn, String modelArn, AsyncInvokeStatus status,
		Instant submitTime, AsyncInvokeOutputDataConfig outputDataConfig, @Nullable String clientRequestToken,
		@Sensitive @Nullable String failureMessage, @Nullable Instant lastModifiedTime, @Nullable Instant endTime,
		@JsonIgnore @Nullable ResponseMetadata responseMetadata) implements Structure {

	/**
	 * Check the required components.
	 * @param invocationArn the ARN of the invocation
	 * @param modelArn the ARN of the model
	 * @param status the status
	 * @param submitTime when the invocation was submitted
	 * @param outputDataConfig the destination of the output
	 * @param clientRequestToken a token that makes the request idempotent, 1 to 256
	 * characters
	 * @param failureMessage why the invocation failed
	 * @param lastModifiedTime when the invocation last changed
	 * @param endTime when the invocation ended
	 * @param responseMetadata the metadata of the response, {@code null} if the response
	 * did not come from the service
	 */
	public GetAsyncInvokeResponse {
		Assert.notNull(invocationArn, "'invocationArn' must not be null");
		Assert.notNull(modelArn, "'modelArn' must not be null");
		Assert.notNull(status, "'status' must not be null");
		Assert.notNull(submitTime, "'submitTime' must not be null");
		Assert.notNull(outputDataConfig, "'outputDataConfig' must not be null");
	}

	/**
	 * Create an instance without response metadata.
	 * @param invocationArn the ARN of the invocation
	 * @param modelArn the ARN of the model
	 * @param status the status
	 * @param submitTime when the invocation was submitted
	 * @param outputDataConfig the destination of the output
	 * @param clientRequestToken a token that makes the request idempotent, 1 to 256
	 * characters
	 * @param failureMessage why the invocation failed
	 * @param lastModifiedTime when the invocation last changed
	 * @param endTime when the invocation ended
	 */
	public GetAsyncInvokeResponse(String invocationArn, String modelArn, AsyncInvokeStatus status, Instant submitTime,
			AsyncInvokeOutputDataConfig outputDataConfig, @Nullable String clientRequestToken,
			@Nullable String failureMessage, @Nullable Instant lastModifiedTime, @Nullable Instant endTime) {
		this(invocationArn, modelArn, status, submitTime, outputDataConfig, clientRequestToken, failureMessage,
				lastModifiedTime, endTime, null);
	}

	/**
	 * Return the same response with metadata.
	 * @param responseMetadata the metadata
	 * @return the response
	 */
	public GetAsyncInvokeResponse withResponseMetadata(ResponseMetadata responseMetadata) {
		return new GetAsyncInvokeResponse(this.invocationArn, this.modelArn, this.status, this.submitTime,
				this.outputDataConfig, this.clientRequestToken, this.failureMessage, this.lastModifiedTime,
				this.endTime, responseMetadata);
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
