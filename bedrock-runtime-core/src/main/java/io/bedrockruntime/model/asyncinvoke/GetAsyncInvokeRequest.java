package io.bedrockruntime.model.asyncinvoke;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * Request for the state of an asynchronous invocation.
 *
 * @param invocationArn the ARN of the invocation
 * @since 0.1.0
 * @see <a href=
 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GetAsyncInvoke.html">GetAsyncInvoke</a>
 */
public record GetAsyncInvokeRequest(@JsonIgnore String invocationArn) implements Structure {

	/**
	 * Check the required components.
	 * @param invocationArn the ARN of the invocation
	 */
	public GetAsyncInvokeRequest {
		Assert.hasText(invocationArn, "'invocationArn' must not be empty");
	}

}
