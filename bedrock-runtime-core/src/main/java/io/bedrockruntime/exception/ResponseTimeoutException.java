package io.bedrockruntime.exception;

import org.jspecify.annotations.Nullable;

/**
 * The first byte of a unary answer, or the first event of a stream, did not come within
 * the response timeout.
 *
 * @since 0.1.0
 */
public final class ResponseTimeoutException extends BedrockRuntimeTimeoutException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param message what failed
	 * @param cause the underlying fault, if any
	 */
	public ResponseTimeoutException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
