package io.bedrockruntime.exception;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when one of the client's timeouts expired; the subclass identifies the timeout.
 * The HTTP exchange was terminated. The client does not repeat a timed-out call blindly:
 * the service may have processed it, and bill it.
 *
 * @since 0.1.0
 */
public abstract sealed class BedrockRuntimeTimeoutException extends BedrockRuntimeClientException
		permits AcquireTimeoutException, CallTimeoutException, ConnectTimeoutException, IdleTimeoutException,
		ResponseTimeoutException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param message a description of the failure
	 * @param cause the underlying fault, if any
	 */
	protected BedrockRuntimeTimeoutException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
