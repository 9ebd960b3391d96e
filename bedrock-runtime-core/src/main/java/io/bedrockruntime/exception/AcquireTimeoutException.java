package io.bedrockruntime.exception;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when no connection of the pool became free within the acquire timeout, or when
 * too many calls were already waiting for one. The service has not received the request.
 *
 * @since 0.1.0
 */
public final class AcquireTimeoutException extends BedrockRuntimeTimeoutException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param message a description of the failure
	 * @param cause the underlying fault, if any
	 */
	public AcquireTimeoutException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
