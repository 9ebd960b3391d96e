package io.bedrockruntime.exception;

import org.jspecify.annotations.Nullable;

/**
 * One of the client's clocks ran out; the subclass says which. The HTTP exchange was
 * ended. No timed-out call is repeated blindly: the service may have worked on it, and
 * bill it.
 *
 * @since 0.1.0
 */
public abstract sealed class BedrockRuntimeTimeoutException extends BedrockRuntimeClientException
		permits AcquireTimeoutException, CallTimeoutException, ConnectTimeoutException, IdleTimeoutException,
		ResponseTimeoutException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param message what failed
	 * @param cause the underlying fault, if any
	 */
	protected BedrockRuntimeTimeoutException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
