package io.bedrockruntime.exception;

/**
 * A message of an event stream whose prelude or message CRC does not match its bytes. The
 * stream cannot be read on from there.
 *
 * @since 0.1.0
 */
public final class ChecksumMismatchException extends EventStreamException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param message what failed
	 */
	public ChecksumMismatchException(String message) {
		super(message, null);
	}

}
