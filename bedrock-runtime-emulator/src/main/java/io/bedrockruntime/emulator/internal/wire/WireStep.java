package io.bedrockruntime.emulator.internal.wire;

import java.time.Duration;

import io.bedrockruntime.emulator.script.Fault;
import io.netty.handler.codec.http2.Http2Error;

/**
 * One thing that happens on the connection while an answer is sent.
 */
public sealed interface WireStep {

	/** Whether nothing comes behind this one. */
	default boolean isLast() {
		return false;
	}

	/**
	 * Bytes that are flushed as one HTTP chunk.
	 *
	 * @param bytes the bytes
	 * @param events how many events are whole with them
	 */
	record Send(byte[] bytes, int events) implements WireStep {

	}

	/**
	 * Nothing happens for a while.
	 *
	 * @param duration how long
	 */
	record Pause(Duration duration) implements WireStep {

	}

	/**
	 * From here until the headers have left, byte by byte goes out.
	 *
	 * @param pause the time between two bytes
	 */
	record SlowDown(Duration pause) implements WireStep {

	}

	/**
	 * Headers come until the connection ends.
	 */
	record EndlessHeaders() implements WireStep {

	}

	/**
	 * Spaces come until the connection ends.
	 */
	record EndlessBody() implements WireStep {

		@Override
		public boolean isLast() {
			return true;
		}

	}

	/**
	 * The HTTP/2 connection takes no more requests; nothing happens with HTTP/1.1.
	 *
	 * @param covered whether this one is still answered
	 */
	record GoAway(boolean covered) implements WireStep {

	}

	/**
	 * What is no HTTP comes in the middle of the body, and then nothing.
	 */
	record BreakFraming() implements WireStep {

		@Override
		public boolean isLast() {
			return true;
		}

	}

	/**
	 * The stream of HTTP/2 is reset, or the connection of HTTP/1.1.
	 *
	 * @param error what HTTP/2 says of it
	 */
	record Reset(Http2Error error) implements WireStep {

		@Override
		public boolean isLast() {
			return true;
		}

		public static Reset of(Fault.ResetCode code) {
			return new Reset(Http2Error.valueOf(code.name()));
		}

	}

	/**
	 * The connection is reset, with all its streams.
	 */
	record ResetConnection() implements WireStep {

		@Override
		public boolean isLast() {
			return true;
		}

	}

	/**
	 * The connection is closed in order, but the HTTP message stays without its end.
	 */
	record Close() implements WireStep {

		@Override
		public boolean isLast() {
			return true;
		}

	}

	/**
	 * The answer ends in order.
	 */
	record End() implements WireStep {

		@Override
		public boolean isLast() {
			return true;
		}

	}

}
