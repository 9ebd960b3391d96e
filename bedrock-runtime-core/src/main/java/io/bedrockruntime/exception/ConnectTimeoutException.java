package io.bedrockruntime.exception;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when no connection to the endpoint was established within the connect timeout.
 * The service has not received the request.
 *
 * @since 0.1.0
 */
public final class ConnectTimeoutException extends BedrockRuntimeTimeoutException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param message a description of the failure
	 * @param cause the underlying fault, if any
	 */
	public ConnectTimeoutException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
