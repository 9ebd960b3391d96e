package io.bedrockruntime.model.asyncinvoke;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * Get async invoke request.
 *
 * @param invocationArn the invocation arn
 * @since 0.1.0
 * @see <a href=
 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GetAsyncInvoke.html">GetAsyncInvoke</a>
 */
public record GetAsyncInvokeRequest(@JsonIgnore String invocationArn) implements Structure {

	/**
	 * Check what is required.
	 * @param invocationArn the invocation arn
	 */
	public GetAsyncInvokeRequest {
		Assert.hasText(invocationArn, "'invocationArn' must not be empty");
	}

}
