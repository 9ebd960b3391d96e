package io.bedrockruntime.exception;

import org.jspecify.annotations.Nullable;

/**
 * The connection broke while the request was under way or the answer was read. The
 * service may have worked on the request.
 *
 * @since 0.1.0
 */
public final class ConnectionResetException extends BedrockRuntimeClientException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param message what failed
	 * @param cause the underlying fault, if any
	 */
	public ConnectionResetException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
