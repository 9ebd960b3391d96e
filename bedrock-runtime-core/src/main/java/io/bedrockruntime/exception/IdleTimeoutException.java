package io.bedrockruntime.exception;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a stream that had started delivered no data for longer than the idle
 * timeout.
 *
 * @since 0.1.0
 */
public final class IdleTimeoutException extends BedrockRuntimeTimeoutException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param message a description of the failure
	 * @param cause the underlying fault, if any
	 */
	public IdleTimeoutException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
