package io.bedrockruntime.exception;

import org.jspecify.annotations.Nullable;

/**
 * No connection to the endpoint: it was refused, its name is unknown, the TLS handshake
 * failed, or a proxy made none; or, over HTTP/2, an endpoint that says it has not looked
 * at the request. The service has not seen the request.
 *
 * @since 0.1.0
 */
public final class ConnectionFailedException extends BedrockRuntimeClientException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param message what failed
	 * @param cause the underlying fault, if any
	 */
	public ConnectionFailedException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
