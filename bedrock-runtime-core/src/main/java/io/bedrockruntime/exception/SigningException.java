package io.bedrockruntime.exception;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the request could not be signed. Nothing was sent.
 *
 * @since 0.1.0
 */
public final class SigningException extends BedrockRuntimeClientException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param message a description of the failure
	 * @param cause the underlying fault, if any
	 */
	public SigningException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
