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
	 * The connection is reset.
	 */
	record Reset() implements WireStep {

	}

	/**
	 * The connection is closed in order, but the HTTP message stays without its end.
	 */
	record Close() implements WireStep {

	}

}
