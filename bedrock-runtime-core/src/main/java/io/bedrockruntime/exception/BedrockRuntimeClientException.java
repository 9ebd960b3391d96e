package io.bedrockruntime.exception;

import org.jspecify.annotations.Nullable;

/**
 * Thrown for a failure on the client side of a call: no connection, no response in time,
 * an unreadable response, no credentials. It is unknown whether the service has processed
 * the request, and bills it, unless a subclass says so.
 *
 * @since 0.1.0
 */
public non-sealed class BedrockRuntimeClientException extends BedrockRuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param message a description of the failure
	 * @param cause the underlying fault, if any
	 */
	public BedrockRuntimeClientException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
