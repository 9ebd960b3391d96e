package io.bedrockruntime.exception;

import org.jspecify.annotations.Nullable;

/**
 * An answer of success that cannot be read: broken JSON, an unexpected content type, or a
 * body over the limit; or any answer whose header fields are over a limit.
 *
 * @since 0.1.0
 */
public final class InvalidResponseException extends BedrockRuntimeClientException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param message what failed
	 * @param cause the underlying fault, if any
	 */
	public InvalidResponseException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
