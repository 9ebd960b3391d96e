package io.bedrockruntime.exception;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when no connection to the endpoint was established: it was refused, the host
 * name is unknown, the TLS handshake failed, or the proxy did not connect. Also thrown
 * when an HTTP/2 endpoint reports that it has not processed the request. The service has
 * not received the request, or has not processed it.
 *
 * @since 0.1.0
 */
public final class ConnectionFailedException extends BedrockRuntimeClientException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param message a description of the failure
	 * @param cause the underlying fault, if any
	 */
	public ConnectionFailedException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
