package io.bedrockruntime.exception;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when an event stream ended early or does not comply with the specification of
 * {@code application/vnd.amazon.eventstream}. The events received before were delivered.
 *
 * @since 0.1.0
 */
public class EventStreamException extends BedrockRuntimeClientException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param message a description of the failure
	 * @param cause the underlying fault, if any
	 */
	public EventStreamException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
