package io.bedrockruntime.model.asyncinvoke;

import java.time.Instant;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * An asynchronous invocation in a listing.
 *
 * @param invocationArn the ARN of the invocation
 * @param modelArn the ARN of the model
 * @param submitTime when the invocation was submitted
 * @param outputDataConfig the destination of the output
 * @param clientRequestToken a token that makes the request idempotent, 1 to 256
 * characters
 * @param status the status
 * @param failureMessage why the invocation failed
 * @param lastModifiedTime when the invocation last changed
 * @param endTime when the invocation ended
 * @since 0.1.0
 */
public record AsyncInvokeSummary(String invocationArn, String modelArn, Instant submitTime,
		AsyncInvokeOutputDataConfig outputDataConfig, @Nullable String clientRequestToken,
		@Nullable AsyncInvokeStatus status, @Sensitive @Nullable String failureMessage,
		@Nullable Instant lastModifiedTime, @Nullable Instant endTime) implements Structure {

	/**
	 * Check the required components.
	 * @param invocationArn the ARN of the invocation
	 * @param modelArn the ARN of the model
	 * @param submitTime when the invocation was submitted
	 * @param outputDataConfig the destination of the output
	 * @param clientRequestToken a token that makes the request idempotent, 1 to 256
	 * characters
	 * @param status the status
	 * @param failureMessage why the invocation failed
	 * @param lastModifiedTime when the invocation last changed
	 * @param endTime when the invocation ended
	 */
	public AsyncInvokeSummary {
		Assert.notNull(invocationArn, "'invocationArn' must not be null");
		Assert.notNull(modelArn, "'modelArn' must not be null");
		Assert.notNull(submitTime, "'submitTime' must not be null");
		Assert.notNull(outputDataConfig, "'outputDataConfig' must not be null");
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
