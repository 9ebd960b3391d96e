package io.bedrockruntime.exception;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the first byte of a unary response, or the first event of a stream, was not
 * received within the response timeout.
 *
 * @since 0.1.0
 */
public final class ResponseTimeoutException extends BedrockRuntimeTimeoutException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param message a description of the failure
	 * @param cause the underlying fault, if any
	 */
	public ResponseTimeoutException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
