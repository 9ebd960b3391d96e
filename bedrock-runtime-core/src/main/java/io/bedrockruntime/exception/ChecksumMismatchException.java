package io.bedrockruntime.exception;

/**
 * Thrown when the prelude CRC or message CRC of an event stream message does not match
 * its bytes. The rest of the stream cannot be read.
 *
 * @since 0.1.0
 */
public final class ChecksumMismatchException extends EventStreamException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param message a description of the failure
	 */
	public ChecksumMismatchException(String message) {
		super(message, null);
	}

}
