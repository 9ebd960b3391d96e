package io.bedrockruntime.exception;

import org.jspecify.annotations.Nullable;

/**
 * A fault on the client's side of a call: no connection, no answer in time, an answer
 * that cannot be read, no credentials. Whether the service has worked on the request, and
 * bills it, is unknown unless a subclass says so.
 *
 * @since 0.1.0
 */
public non-sealed class BedrockRuntimeClientException extends BedrockRuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param message what failed
	 * @param cause the underlying fault, if any
	 */
	public BedrockRuntimeClientException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
