package io.bedrockruntime.exception;

import org.jspecify.annotations.Nullable;

/**
 * An event stream that broke off or is not what the specification of {@code
 * application/vnd.amazon.eventstream} demands. The events that came before it were
 * delivered.
 *
 * @since 0.1.0
 */
public class EventStreamException extends BedrockRuntimeClientException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param message what failed
	 * @param cause the underlying fault, if any
	 */
	public EventStreamException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
