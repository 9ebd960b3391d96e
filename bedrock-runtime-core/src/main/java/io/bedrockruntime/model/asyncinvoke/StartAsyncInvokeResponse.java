package io.bedrockruntime.model.asyncinvoke;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The invocation that was started.
 *
 * @param invocationArn the ARN of the invocation
 * @param responseMetadata the metadata of the response, {@code null} if the response did
 * not come from the service
 * @since 0.1.0
 */
public record StartAsyncInvokeResponse(String invocationArn,
		@JsonIgnore @Nullable ResponseMetadata responseMetadata) implements Structure {

	/**
	 * Check the required components.
	 * @param invocationArn the ARN of the invocation
	 * @param responseMetadata the metadata of the response, {@code null} if the response
	 * did not come from the service
	 */
	public StartAsyncInvokeResponse {
		Assert.notNull(invocationArn, "'invocationArn' must not be null");
	}

	/**
	 * Create an instance without response metadata.
	 * @param invocationArn the ARN of the invocation
	 */
	public StartAsyncInvokeResponse(String invocationArn) {
		this(invocationArn, null);
	}

	/**
	 * Return the same response with metadata.
	 * @param responseMetadata the metadata
	 * @return the response
	 */
	public StartAsyncInvokeResponse withResponseMetadata(ResponseMetadata responseMetadata) {
		return new StartAsyncInvokeResponse(this.invocationArn, responseMetadata);
	}

}
