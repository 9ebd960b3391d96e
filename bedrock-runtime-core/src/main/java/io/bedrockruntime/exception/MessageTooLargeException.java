package io.bedrockruntime.exception;

/**
 * Thrown when an event stream message declares more headers or payload than the
 * configured limits allow.
 *
 * @since 0.1.0
 */
public final class MessageTooLargeException extends EventStreamException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param message a description of the failure
	 */
	public MessageTooLargeException(String message) {
		super(message, null);
	}

}
