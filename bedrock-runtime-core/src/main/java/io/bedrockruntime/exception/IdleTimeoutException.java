package io.bedrockruntime.exception;

import org.jspecify.annotations.Nullable;

/**
 * A stream that had begun stayed silent for longer than the idle timeout.
 *
 * @since 0.1.0
 */
public final class IdleTimeoutException extends BedrockRuntimeTimeoutException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param message what failed
	 * @param cause the underlying fault, if any
	 */
	public IdleTimeoutException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
