package io.bedrockruntime.exception;

import org.jspecify.annotations.Nullable;

/**
 * No connection of the pool became free within the acquire timeout, or too many calls
 * were waiting for one already. The service has not seen the request.
 *
 * @since 0.1.0
 */
public final class AcquireTimeoutException extends BedrockRuntimeTimeoutException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param message what failed
	 * @param cause the underlying fault, if any
	 */
	public AcquireTimeoutException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
