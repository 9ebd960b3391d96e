package io.bedrockruntime.exception;

import org.jspecify.annotations.Nullable;

/**
 * Root of the exceptions of a call to the Amazon Bedrock Runtime. An exception is either
 * a {@link BedrockRuntimeServiceException}, an error that the service returned, or a
 * {@link BedrockRuntimeClientException}, a failure on the client side of the call;
 * waiting for an asynchronous invocation can also end with an
 * {@link AsyncInvokeFailedException}. No message contains a credential or content of a
 * request or response.
 *
 * @since 0.1.0
 */
public abstract sealed class BedrockRuntimeException extends RuntimeException
		permits BedrockRuntimeServiceException, BedrockRuntimeClientException, AsyncInvokeFailedException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param message a description of the failure
	 * @param cause the underlying fault, if any
	 */
	protected BedrockRuntimeException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
