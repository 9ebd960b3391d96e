package io.bedrockruntime.emulator;

import java.time.Duration;

/**
 * One thing that happens on the connection while an answer is sent.
 */
sealed interface WireStep {

	/**
	 * Bytes that are flushed as one HTTP chunk.
	 *
	 * @param bytes the bytes
	 * @param frame whether they are one whole event of a stream
	 */
	record Send(byte[] bytes, boolean frame) implements WireStep {

	}

	/**
	 * Nothing happens for a while.
	 *
	 * @param duration how long
	 */
	record Pause(Duration duration) implements WireStep {

	}

	/**
	 * The stream of HTTP/2 is reset, or the connection of HTTP/1.1.
	 */
	record Reset() implements WireStep {

	}

	/**
	 * The connection is reset, with all its streams.
	 */
	record ResetConnection() implements WireStep {

	}

	/**
	 * The connection is closed in order, but the HTTP message stays without its end.
	 */
	record Close() implements WireStep {

	}

	/**
	 * The answer ends in order.
	 */
	record End() implements WireStep {

	}

}
