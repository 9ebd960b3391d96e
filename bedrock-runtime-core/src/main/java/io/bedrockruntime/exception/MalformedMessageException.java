package io.bedrockruntime.exception;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the lengths, headers or payload of an event stream message are invalid
 * although its checksums match.
 *
 * @since 0.1.0
 */
public final class MalformedMessageException extends EventStreamException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param message a description of the failure
	 * @param cause the underlying fault, if any
	 */
	public MalformedMessageException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
