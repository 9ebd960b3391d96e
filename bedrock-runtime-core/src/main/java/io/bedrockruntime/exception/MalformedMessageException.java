package io.bedrockruntime.exception;

import org.jspecify.annotations.Nullable;

/**
 * A message of an event stream with matching checksums whose lengths, headers or payload
 * make no sense.
 *
 * @since 0.1.0
 */
public final class MalformedMessageException extends EventStreamException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param message what failed
	 * @param cause the underlying fault, if any
	 */
	public MalformedMessageException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
