package io.bedrockruntime.exception;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when an event stream ended before the last event of the service: inside a
 * message, between messages, or before the HTTP body was complete.
 *
 * @since 0.1.0
 */
public final class TruncatedStreamException extends EventStreamException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param message a description of the failure
	 * @param cause the underlying fault, if any
	 */
	public TruncatedStreamException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
