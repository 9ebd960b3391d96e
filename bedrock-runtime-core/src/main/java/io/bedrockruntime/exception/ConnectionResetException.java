package io.bedrockruntime.exception;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the connection broke while the request was sent or the response was read.
 * The service may have processed the request.
 *
 * @since 0.1.0
 */
public final class ConnectionResetException extends BedrockRuntimeClientException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param message a description of the failure
	 * @param cause the underlying fault, if any
	 */
	public ConnectionResetException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
