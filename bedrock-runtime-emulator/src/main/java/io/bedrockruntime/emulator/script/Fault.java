package io.bedrockruntime.emulator.script;

import java.time.Duration;

/**
 * Something that goes wrong on the way to the client. Events and bytes are counted from 0
 * in the order sent; a body that is no stream counts as one event. With HTTP/2 a reset is
 * one of the answer's stream ({@code RST_STREAM}), unless it says that it is the
 * connection's. What is no fault but an answer, such as an error of the service, a
 * proxy's page or a redirect, is a {@link Reply}.
 */
public sealed interface Fault {

	/** As long as the connection lives. */
	Duration FOREVER = Duration.ofDays(36_500);

	/**
	 * The connection, or the stream of HTTP/2, is reset before a status line was sent.
	 *
	 * @param code what HTTP/2 says of it
	 */
	record ResetBeforeHeaders(ResetCode code) implements Fault {

		/**
		 * Create a reset that HTTP/2 calls an internal error.
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
	 * The connection is closed in order before a status line was sent: with HTTP/2 all
	 * its streams are cut. A client sees the same of a connection that was closed while
	 * it lay in its pool.
	 */
	record CloseBeforeHeaders() implements Fault {

	}

	/**
	 * The connection, or the stream of HTTP/2, is reset in the middle of the events.
	 *
	 * @param events how many events are sent before; with 0 the headers are
	 * @param code what HTTP/2 says of it
	 */
	record ResetAfterEvents(int events, ResetCode code) implements Fault {

		/**
		 * Create a reset that HTTP/2 calls an internal error.
		 * @param events how many events are sent before
		 */
		public ResetAfterEvents(int events) {
			this(events, ResetCode.INTERNAL_ERROR);
		}

	}

	/**
	 * The connection, or the stream of HTTP/2, is reset in the middle of the body, be it
	 * inside an event.
	 *
	 * @param bytes how many bytes of the body are sent before
	 */
	record ResetAtByte(long bytes) implements Fault {

	}

	/**
	 * The connection is reset in the middle of the events: with HTTP/2 all its streams.
	 *
	 * @param events how many events are sent before
	 */
	record ResetConnectionAfterEvents(int events) implements Fault {

	}

	/**
	 * The HTTP message ends in order although the stream has not come to its end. Here
	 * and wherever a body ends too early but in order, its length is not told.
	 *
	 * @param events how many events are sent before
	 */
	record EndAfterEvents(int events) implements Fault {

	}

	/**
	 * The connection is closed in order, but the HTTP message lacks its last chunk; with
	 * HTTP/2 the {@code END_STREAM}, and all streams of the connection are cut.
	 *
	 * @param events how many events are sent before
	 */
	record CloseWithoutLastChunk(int events) implements Fault {

	}

	/**
	 * The HTTP message ends in order in the middle of the body, be it inside an event.
	 *
	 * @param bytes how many bytes of the body are sent before
	 */
	record EndAtByte(long bytes) implements Fault {

	}

	/**
	 * The connection is closed in order in the middle of the body, without the end of the
	 * HTTP message; with HTTP/2 all streams of the connection are cut.
	 *
	 * @param bytes how many bytes of the body are sent before
	 */
	record CloseAtByte(long bytes) implements Fault {

	}

	/**
	 * The HTTP message ends in order in the middle of an event.
	 *
	 * @param events how many whole events are sent before
	 */
	record CutInsideEvent(int events) implements Fault {

	}

	/**
	 * The checksum of an event's prelude is wrong.
	 *
	 * @param event which event
	 */
	record CorruptPreludeCrc(int event) implements Fault {

	}

	/**
	 * The checksum of an event is wrong.
	 *
	 * @param event which event
	 */
	record CorruptMessageCrc(int event) implements Fault {

	}

	/**
	 * An exception comes in the stream, which then ends.
	 *
	 * @param events how many events are sent before
	 * @param exceptionType the exception type, for example {@code throttlingException}
	 * @param json the payload
	 */
	record ExceptionAfterEvents(int events, String exceptionType, String json) implements Fault {

		/**
		 * Create an exception with a message of the emulator's.
		 * @param events how many events are sent before
		 * @param exceptionType the exception type
		 */
		public ExceptionAfterEvents(int events, String exceptionType) {
			this(events, exceptionType, "{\"message\":\"The emulator was told to fail.\"}");
		}

	}

	/**
	 * An unmodelled error message comes in the stream, which then ends.
	 *
	 * @param events how many events are sent before
	 * @param code the error code
	 * @param message the error message
	 */
	record ErrorAfterEvents(int events, String code, String message) implements Fault {

	}

	/**
	 * An event that nobody knows is put between the others.
	 *
	 * @param events how many events are sent before
	 * @param eventType the event type
	 * @param json the payload
	 */
	record UnknownEvent(int events, String eventType, String json) implements Fault {

	}

	/**
	 * An event declares a length, with a right checksum, that it does not have.
	 *
	 * @param events how many events are sent before
	 * @param declaredLength the length that the prelude tells
	 */
	record OversizedEvent(int events, int declaredLength) implements Fault {

	}

	/**
	 * An event comes twice.
	 *
	 * @param event which event
	 */
	record DuplicateEvent(int event) implements Fault {

	}

	/**
	 * An event comes behind the one that follows it.
	 *
	 * @param event which event
	 */
	record SwapEvents(int event) implements Fault {

	}

	/**
	 * The body tells that it is something else than it is.
	 *
	 * @param contentType the media type that the headers tell
	 */
	record WrongContentType(String contentType) implements Fault {

	}

	/**
	 * The body has another length than the headers tell. If they tell more, the HTTP/1.1
	 * connection is closed behind the body.
	 *
	 * @param difference how many bytes more they tell, or fewer when it is negative
	 */
	record WrongContentLength(int difference) implements Fault {

	}

	/**
	 * What holds the HTTP message together breaks: a chunk of HTTP/1.1 whose size is no
	 * number, or data of HTTP/2 that belongs to no stream. Nothing comes behind it.
	 *
	 * @param events how many events are sent before
	 */
	record BrokenFraming(int events) implements Fault {

	}

	/**
	 * The headers come byte by byte; with HTTP/2 all of the connection does meanwhile.
	 *
	 * @param pause the time between two bytes
	 */
	record SlowHeaders(Duration pause) implements Fault {

	}

	/**
	 * The headers have no end: more and more come until the client goes.
	 */
	record EndlessHeaders() implements Fault {

	}

	/**
	 * The body has no end: spaces follow until the client goes.
	 */
	record EndlessBody() implements Fault {

	}

	/**
	 * The connection of HTTP/2 is said to take no more requests ({@code GOAWAY}) before a
	 * status line was sent. HTTP/1.1 has no such thing, and goes on.
	 *
	 * @param covered whether this request is still answered; if not, nothing comes, and
	 * the client may send it elsewhere
	 */
	record GoAwayBeforeHeaders(boolean covered) implements Fault {

	}

	/**
	 * The connection of HTTP/2 is said to take no more requests ({@code GOAWAY}) in the
	 * middle of the events. HTTP/1.1 has no such thing, and goes on.
	 *
	 * @param events how many events are sent before
	 * @param covered whether this request is answered to its end; if not, nothing comes
	 * behind
	 */
	record GoAwayAfterEvents(int events, boolean covered) implements Fault {

	}

	/**
	 * Nothing comes for a while, not even a status line.
	 *
	 * @param duration how long
	 */
	record SilenceBeforeHeaders(Duration duration) implements Fault {

	}

	/**
	 * The headers come, and then nothing for a while.
	 *
	 * @param duration how long
	 */
	record SilenceBeforeFirstEvent(Duration duration) implements Fault {

	}

	/**
	 * Nothing comes for a while in the middle of the stream.
	 *
	 * @param events how many events are sent before
	 * @param duration how long
	 */
	record SilenceAfterEvents(int events, Duration duration) implements Fault {

	}

	/**
	 * The body comes byte by byte.
	 *
	 * @param pause the time between two bytes
	 */
	record Dribble(Duration pause) implements Fault {

	}

	/**
	 * The body is cut into HTTP chunks of one size, whatever the events' borders.
	 *
	 * @param bytes the size of a chunk
	 */
	record SplitIntoChunks(int bytes) implements Fault {

	}

	/**
	 * What HTTP/2 says of the reset of a stream, in the words of RFC 9113. HTTP/1.1 has
	 * no words for it.
	 */
	enum ResetCode {

		/** Nothing went wrong, the server just does not go on. */
		NO_ERROR,

		/** The client broke the protocol. */
		PROTOCOL_ERROR,

		/** The server failed. */
		INTERNAL_ERROR,

		/** The server has not begun to work on the request. */
		REFUSED_STREAM,

		/** The answer is not needed any more. */
		CANCEL,

		/** The client asks for too much. */
		ENHANCE_YOUR_CALM

	}

}
