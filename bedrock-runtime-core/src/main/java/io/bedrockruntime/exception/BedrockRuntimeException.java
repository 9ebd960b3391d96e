package io.bedrockruntime.exception;

import org.jspecify.annotations.Nullable;

/**
 * Root of everything that a call to the Amazon Bedrock Runtime can fail with. It is
 * either a {@link BedrockRuntimeServiceException}, an error that the service answered
 * with, or a {@link BedrockRuntimeClientException}, a fault on the way there or back;
 * waiting for an asynchronous invocation can also end with an
 * {@link AsyncInvokeFailedException}. No message holds content of a request or response,
 * nor a credential.
 *
 * @since 0.1.0
 */
public abstract sealed class BedrockRuntimeException extends RuntimeException
		permits BedrockRuntimeServiceException, BedrockRuntimeClientException, AsyncInvokeFailedException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param message what failed
	 * @param cause the underlying fault, if any
	 */
	protected BedrockRuntimeException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
