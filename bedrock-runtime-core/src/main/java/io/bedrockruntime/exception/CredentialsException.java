package io.bedrockruntime.exception;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when no credentials were found to sign the request. Nothing was sent.
 *
 * @since 0.1.0
 */
public final class CredentialsException extends BedrockRuntimeClientException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param message a description of the failure
	 * @param cause the underlying fault, if any
	 */
	public CredentialsException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
