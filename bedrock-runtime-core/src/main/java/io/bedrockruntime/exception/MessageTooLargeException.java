package io.bedrockruntime.exception;

/**
 * A message of an event stream that claims more headers or payload than the configured
 * limits allow.
 *
 * @since 0.1.0
 */
public final class MessageTooLargeException extends EventStreamException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param message what failed
	 */
	public MessageTooLargeException(String message) {
		super(message, null);
	}

}
