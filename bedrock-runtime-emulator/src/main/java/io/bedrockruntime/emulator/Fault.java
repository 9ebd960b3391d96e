package io.bedrockruntime.emulator;

import java.time.Duration;

/**
 * Something that goes wrong on the way to the client. Events are counted from 0 in the
 * order sent; a body that is no stream counts as one event. With HTTP/2 a reset is one of
 * the answer's stream ({@code RST_STREAM}), unless it says that it is the connection's.
 */
public sealed interface Fault {

	/** As long as the connection lives. */
	Duration FOREVER = Duration.ofDays(36_500);

	/**
	 * The connection, or the stream of HTTP/2, is reset before a status line was sent.
	 */
	record ResetBeforeHeaders() implements Fault {

	}

	/**
	 * The connection, or the stream of HTTP/2, is reset in the middle of the events.
	 *
	 * @param events how many events are sent before
	 */
	record ResetAfterEvents(int events) implements Fault {

	}

	/**
	 * The connection is reset in the middle of the events: with HTTP/2 all its streams.
	 *
	 * @param events how many events are sent before
	 */
	record ResetConnectionAfterEvents(int events) implements Fault {

	}

	/**
	 * The HTTP message ends in order although the stream has not come to its end.
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

}
