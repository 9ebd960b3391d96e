package io.bedrockruntime.exception;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the entire call took longer than the call timeout.
 *
 * @since 0.1.0
 */
public final class CallTimeoutException extends BedrockRuntimeTimeoutException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param message a description of the failure
	 * @param cause the underlying fault, if any
	 */
	public CallTimeoutException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
