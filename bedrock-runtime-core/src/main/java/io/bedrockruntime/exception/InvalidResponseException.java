package io.bedrockruntime.exception;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a successful response cannot be read: invalid JSON, an unexpected content
 * type, or a body over the limit. Also thrown when the header fields of any response are
 * over a limit.
 *
 * @since 0.1.0
 */
public final class InvalidResponseException extends BedrockRuntimeClientException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param message a description of the failure
	 * @param cause the underlying fault, if any
	 */
	public InvalidResponseException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
