package io.bedrockruntime.model.asyncinvoke;

import java.time.Instant;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Async invoke summary.
 *
 * @param invocationArn the invocation arn
 * @param modelArn the model arn
 * @param submitTime the submit time
 * @param outputDataConfig the output data config
 * @param clientRequestToken the client request token
 * @param status the status
 * @param failureMessage the failure message
 * @param lastModifiedTime the last modified time
 * @param endTime the end time
 * @since 0.1.0
 */
public record AsyncInvokeSummary(String invocationArn, String modelArn, Instant submitTime,
		AsyncInvokeOutputDataConfig outputDataConfig, @Nullable String clientRequestToken,
		@Nullable AsyncInvokeStatus status, @Sensitive @Nullable String failureMessage,
		@Nullable Instant lastModifiedTime, @Nullable Instant endTime) implements Structure {

	/**
	 * Check what is required.
	 * @param invocationArn the invocation arn
	 * @param modelArn the model arn
	 * @param submitTime the submit time
	 * @param outputDataConfig the output data config
	 * @param clientRequestToken the client request token
	 * @param status the status
	 * @param failureMessage the failure message
	 * @param lastModifiedTime the last modified time
	 * @param endTime the end time
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
