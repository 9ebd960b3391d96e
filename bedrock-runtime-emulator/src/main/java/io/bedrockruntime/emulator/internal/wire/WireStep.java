package io.bedrockruntime.emulator.internal.wire;

import java.time.Duration;

import io.bedrockruntime.emulator.script.Fault;
import io.netty.handler.codec.http2.Http2Error;

/**
 * Step on the connection while a response is sent.
 */
public sealed interface WireStep {

	/** Return whether this is a terminal step. */
	default boolean isLast() {
		return false;
	}

	/**
	 * Bytes that are flushed as one HTTP chunk.
	 *
	 * @param bytes the bytes
	 * @param events the number of events that are complete with them
	 */
	record Send(byte[] bytes, int events) implements WireStep {

	}

	/**
	 * Pause without any data.
	 *
	 * @param duration how long
	 */
	record Pause(Duration duration) implements WireStep {

	}

	/**
	 * Bytes are sent one at a time until the headers are complete.
	 *
	 * @param pause the time between two bytes
	 */
	record SlowDown(Duration pause) implements WireStep {

	}

	/**
	 * Headers are sent until the connection ends.
	 */
	record EndlessHeaders() implements WireStep {

	}

	/**
	 * Spaces are sent until the connection ends.
	 */
	record EndlessBody() implements WireStep {

		@Override
		public boolean isLast() {
			return true;
		}

	}

	/**
	 * The HTTP/2 connection accepts no more requests; no effect with HTTP/1.1.
	 *
	 * @param covered whether this request still gets a response
	 */
	record GoAway(boolean covered) implements WireStep {

	}

	/**
	 * Invalid HTTP is sent in the middle of the body, and then nothing.
	 */
	record BreakFraming() implements WireStep {

		@Override
		public boolean isLast() {
			return true;
		}

	}

	/**
	 * The HTTP/2 stream or the HTTP/1.1 connection is reset.
	 *
	 * @param error the HTTP/2 error code
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
	 * The connection is closed normally without the end of the HTTP message.
	 */
	record Close() implements WireStep {

		@Override
		public boolean isLast() {
			return true;
		}

	}

	/**
	 * The response ends normally.
	 */
	record End() implements WireStep {

		@Override
		public boolean isLast() {
			return true;
		}

	}

}
