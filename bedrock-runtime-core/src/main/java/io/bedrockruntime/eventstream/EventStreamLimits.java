package io.bedrockruntime.eventstream;

import org.springframework.util.Assert;

/**
 * Bounds on what a decoder takes from its peer. They guard the memory of the process; the
 * specification's own bounds, 128 KiB of headers and 24 MiB of payload, are the defaults.
 *
 * @param maxHeadersLength the most bytes of headers in a message, at least 0
 * @param maxPayloadLength the most bytes of payload in a message, at least 0
 * @since 0.1.0
 */
public record EventStreamLimits(int maxHeadersLength, int maxPayloadLength) {

	private static final EventStreamLimits DEFAULTS = new EventStreamLimits(128 * 1024, 24 * 1024 * 1024);

	/**
	 * Create an instance.
	 * @param maxHeadersLength the most bytes of headers in a message
	 * @param maxPayloadLength the most bytes of payload in a message
	 */
	public EventStreamLimits {
		Assert.isTrue(maxHeadersLength >= 0, "'maxHeadersLength' must not be negative");
		Assert.isTrue(maxPayloadLength >= 0, "'maxPayloadLength' must not be negative");
		Assert.isTrue((long) maxHeadersLength + maxPayloadLength <= Integer.MAX_VALUE - 1024,
				"'maxHeadersLength' and 'maxPayloadLength' together must fit an array");
	}

	/**
	 * Return the specification's bounds.
	 * @return limits of 128 KiB for headers and 24 MiB for payload
	 */
	public static EventStreamLimits defaults() {
		return DEFAULTS;
	}

	/**
	 * Return these limits with another bound on the payload.
	 * @param maxPayloadLength the most bytes of payload in a message
	 * @return the new limits
	 */
	public EventStreamLimits withMaxPayloadLength(int maxPayloadLength) {
		return new EventStreamLimits(this.maxHeadersLength, maxPayloadLength);
	}

	/**
	 * Return these limits with another bound on the headers.
	 * @param maxHeadersLength the most bytes of headers in a message
	 * @return the new limits
	 */
	public EventStreamLimits withMaxHeadersLength(int maxHeadersLength) {
		return new EventStreamLimits(maxHeadersLength, this.maxPayloadLength);
	}

}
