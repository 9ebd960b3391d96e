package io.bedrockruntime.eventstream;

import org.springframework.util.Assert;

/**
 * Limits on the size of messages that a decoder accepts from its peer. They protect the
 * memory of the process. The defaults are the limits of the specification: 128 KiB of
 * headers and 24 MiB of payload.
 *
 * @param maxHeadersLength the maximum number of header bytes in a message, at least 0
 * @param maxPayloadLength the maximum number of payload bytes in a message, at least 0
 * @since 0.1.0
 */
public record EventStreamLimits(int maxHeadersLength, int maxPayloadLength) {

	private static final EventStreamLimits DEFAULTS = new EventStreamLimits(128 * 1024, 24 * 1024 * 1024);

	/**
	 * Create an instance.
	 * @param maxHeadersLength the maximum number of header bytes in a message
	 * @param maxPayloadLength the maximum number of payload bytes in a message
	 */
	public EventStreamLimits {
		Assert.isTrue(maxHeadersLength >= 0, "'maxHeadersLength' must not be negative");
		Assert.isTrue(maxPayloadLength >= 0, "'maxPayloadLength' must not be negative");
		Assert.isTrue((long) maxHeadersLength + maxPayloadLength <= Integer.MAX_VALUE - 1024,
				"'maxHeadersLength' and 'maxPayloadLength' together must fit an array");
	}

	/**
	 * Return the limits of the specification.
	 * @return limits of 128 KiB for headers and 24 MiB for payload
	 */
	public static EventStreamLimits defaults() {
		return DEFAULTS;
	}

	/**
	 * Return a copy with another limit on the payload.
	 * @param maxPayloadLength the maximum number of payload bytes in a message
	 * @return the new limits
	 */
	public EventStreamLimits withMaxPayloadLength(int maxPayloadLength) {
		return new EventStreamLimits(this.maxHeadersLength, maxPayloadLength);
	}

	/**
	 * Return a copy with another limit on the headers.
	 * @param maxHeadersLength the maximum number of header bytes in a message
	 * @return the new limits
	 */
	public EventStreamLimits withMaxHeadersLength(int maxHeadersLength) {
		return new EventStreamLimits(maxHeadersLength, this.maxPayloadLength);
	}

}
