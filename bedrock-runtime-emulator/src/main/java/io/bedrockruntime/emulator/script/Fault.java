package io.bedrockruntime.emulator.script;

import java.time.Duration;

/**
 * Fault in a response. Events and bytes are counted from 0 in the order sent; a body that
 * is not a stream counts as one event. With HTTP/2 a reset affects the response's stream
 * ({@code RST_STREAM}), unless it names the connection. For complete responses, such as
 * an error of the service, a proxy's page or a redirect, see {@link Reply}.
 *
 * @since 0.1.0
 */
public sealed interface Fault {

	/** Duration that lasts as long as the connection. */
	Duration FOREVER = Duration.ofDays(36_500);

	/**
	 * The connection, or the stream of HTTP/2, is reset before a status line was sent.
	 *
	 * @param code the HTTP/2 error code
	 */
	record ResetBeforeHeaders(ResetCode code) implements Fault {

		/**
		 * Create a reset with the HTTP/2 error code for an internal error.
		 */
		public ResetBeforeHeaders() {
			this(ResetCode.INTERNAL_ERROR);
		}

	}

	/**
	 * The connection is reset before a status line was sent: with HTTP/2 all its streams.
	 */
	record ResetConnectionBeforeHeaders() implements Fault {

	}

	/**
	 * The connection is closed normally before a status line was sent: with HTTP/2 all
	 * its streams are cut. A client sees the same when a pooled connection was closed
	 * while idle.
	 */
	record CloseBeforeHeaders() implements Fault {

	}

	/**
	 * The connection, or the stream of HTTP/2, is reset in the middle of the events.
	 *
	 * @param events the number of events that are sent before; with 0 only the headers
	 * are
	 * @param code the HTTP/2 error code
	 */
	record ResetAfterEvents(int events, ResetCode code) implements Fault {

		/**
		 * Create a reset with the HTTP/2 error code for an internal error.
		 * @param events the number of events that are sent before
		 */
		public ResetAfterEvents(int events) {
			this(events, ResetCode.INTERNAL_ERROR);
		}

	}

	/**
	 * The connection, or the stream of HTTP/2, is reset in the middle of the body,
	 * possibly inside an event.
	 *
	 * @param bytes the number of bytes of the body that are sent before
	 */
	record ResetAtByte(long bytes) implements Fault {

	}

	/**
	 * The connection is reset in the middle of the events: with HTTP/2 all its streams.
	 *
	 * @param events the number of events that are sent before
	 */
	record ResetConnectionAfterEvents(int events) implements Fault {

	}

	/**
	 * The HTTP message ends normally before the end of the stream. For each fault that
	 * ends a body too early but normally, the response has no content length.
	 *
	 * @param events the number of events that are sent before
	 */
	record EndAfterEvents(int events) implements Fault {

	}

	/**
	 * The connection is closed normally, but the HTTP message lacks its last chunk; with
	 * HTTP/2 the {@code END_STREAM}, and all streams of the connection are cut.
	 *
	 * @param events the number of events that are sent before
	 */
	record CloseWithoutLastChunk(int events) implements Fault {

	}

	/**
	 * The HTTP message ends normally in the middle of the body, possibly inside an event.
	 *
	 * @param bytes the number of bytes of the body that are sent before
	 */
	record EndAtByte(long bytes) implements Fault {

	}

	/**
	 * The connection is closed normally in the middle of the body, without the end of the
	 * HTTP message; with HTTP/2 all streams of the connection are cut.
	 *
	 * @param bytes the number of bytes of the body that are sent before
	 */
	record CloseAtByte(long bytes) implements Fault {

	}

	/**
	 * The HTTP message ends normally in the middle of an event.
	 *
	 * @param events the number of complete events that are sent before
	 */
	record CutInsideEvent(int events) implements Fault {

	}

	/**
	 * The checksum of an event's prelude is wrong.
	 *
	 * @param event the position of the event
	 */
	record CorruptPreludeCrc(int event) implements Fault {

	}

	/**
	 * The checksum of an event is wrong.
	 *
	 * @param event the position of the event
	 */
	record CorruptMessageCrc(int event) implements Fault {

	}

	/**
	 * An exception is sent in the stream, which then ends.
	 *
	 * @param events the number of events that are sent before
	 * @param exceptionType the exception type, for example {@code throttlingException}
	 * @param json the payload
	 */
	record ExceptionAfterEvents(int events, String exceptionType, String json) implements Fault {

		/**
		 * Create an exception with a default message.
		 * @param events the number of events that are sent before
		 * @param exceptionType the exception type
		 */
		public ExceptionAfterEvents(int events, String exceptionType) {
			this(events, exceptionType, "{\"message\":\"The emulator was configured to fail.\"}");
		}

	}

	/**
	 * An unmodelled error message is sent in the stream, which then ends.
	 *
	 * @param events the number of events that are sent before
	 * @param code the error code
	 * @param message the error message
	 */
	record ErrorAfterEvents(int events, String code, String message) implements Fault {

	}

	/**
	 * An event of an unknown type is sent between the others.
	 *
	 * @param events the number of events that are sent before
	 * @param eventType the event type
	 * @param json the payload
	 */
	record UnknownEvent(int events, String eventType, String json) implements Fault {

	}

	/**
	 * An event declares a wrong length with a valid checksum.
	 *
	 * @param events the number of events that are sent before
	 * @param declaredLength the length that the prelude declares
	 */
	record OversizedEvent(int events, int declaredLength) implements Fault {

	}

	/**
	 * An event is sent twice.
	 *
	 * @param event the position of the event
	 */
	record DuplicateEvent(int event) implements Fault {

	}

	/**
	 * An event is sent after the event that follows it.
	 *
	 * @param event the position of the event
	 */
	record SwapEvents(int event) implements Fault {

	}

	/**
	 * The content type header is wrong.
	 *
	 * @param contentType the media type in the header
	 */
	record WrongContentType(String contentType) implements Fault {

	}

	/**
	 * The content length header is wrong. If it is too large, the HTTP/1.1 connection is
	 * closed after the body.
	 *
	 * @param difference the number of bytes to add to the length; may be negative
	 */
	record WrongContentLength(int difference) implements Fault {

	}

	/**
	 * The framing of the HTTP message is invalid: an HTTP/1.1 chunk whose size is not a
	 * number, or HTTP/2 data without a stream. Nothing is sent afterwards.
	 *
	 * @param events the number of events that are sent before
	 */
	record BrokenFraming(int events) implements Fault {

	}

	/**
	 * The headers are sent byte by byte; with HTTP/2 this affects the entire connection
	 * meanwhile.
	 *
	 * @param pause the time between two bytes
	 */
	record SlowHeaders(Duration pause) implements Fault {

	}

	/**
	 * The headers never end: more are sent until the client disconnects.
	 */
	record EndlessHeaders() implements Fault {

	}

	/**
	 * The body never ends: spaces are sent until the client disconnects.
	 */
	record EndlessBody() implements Fault {

	}

	/**
	 * The HTTP/2 connection announces that it accepts no more requests ({@code GOAWAY})
	 * before a status line was sent. No effect with HTTP/1.1.
	 *
	 * @param covered whether this request still gets a response; if not, nothing is sent,
	 * and the client may retry on another connection
	 */
	record GoAwayBeforeHeaders(boolean covered) implements Fault {

	}

	/**
	 * The HTTP/2 connection announces that it accepts no more requests ({@code GOAWAY})
	 * in the middle of the events. No effect with HTTP/1.1.
	 *
	 * @param events the number of events that are sent before
	 * @param covered whether this request still gets its complete response; if not,
	 * nothing more is sent
	 */
	record GoAwayAfterEvents(int events, boolean covered) implements Fault {

	}

	/**
	 * Nothing is sent for a while, not even a status line.
	 *
	 * @param duration the duration
	 */
	record SilenceBeforeHeaders(Duration duration) implements Fault {

	}

	/**
	 * The headers are sent, and then nothing for a while.
	 *
	 * @param duration the duration
	 */
	record SilenceBeforeFirstEvent(Duration duration) implements Fault {

	}

	/**
	 * Nothing is sent for a while in the middle of the stream.
	 *
	 * @param events the number of events that are sent before
	 * @param duration the duration
	 */
	record SilenceAfterEvents(int events, Duration duration) implements Fault {

	}

	/**
	 * The body is sent byte by byte.
	 *
	 * @param pause the time between two bytes
	 */
	record Dribble(Duration pause) implements Fault {

	}

	/**
	 * The body is cut into HTTP chunks of one size, regardless of events.
	 *
	 * @param bytes the size of a chunk
	 */
	record SplitIntoChunks(int bytes) implements Fault {

	}

	/**
	 * HTTP/2 error code of a stream reset, with the names of RFC 9113. Not sent with
	 * HTTP/1.1.
	 */
	enum ResetCode {

		/** No error; the server only stops. */
		NO_ERROR,

		/** The client violated the protocol. */
		PROTOCOL_ERROR,

		/** The server failed. */
		INTERNAL_ERROR,

		/** The server has not started to process the request. */
		REFUSED_STREAM,

		/** The response is not needed any more. */
		CANCEL,

		/** The client generates too much load. */
		ENHANCE_YOUR_CALM

	}

}
