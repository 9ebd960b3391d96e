package io.bedrockruntime.exception;

import org.jspecify.annotations.Nullable;

/**
 * No credentials could be had to sign the request with. Nothing was sent.
 *
 * @since 0.1.0
 */
public final class CredentialsException extends BedrockRuntimeClientException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param message what failed
	 * @param cause the underlying fault, if any
	 */
	public CredentialsException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
