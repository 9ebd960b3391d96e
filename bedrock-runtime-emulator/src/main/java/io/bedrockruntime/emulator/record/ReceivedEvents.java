package io.bedrockruntime.emulator.record;

import java.time.Duration;
import java.util.List;

import io.bedrockruntime.eventstream.EventStreamMessage;

/**
 * Events of a request that is a stream, verified and extracted from the messages that
 * sign them. Only the most recent events are kept, and none after the emulator has
 * dropped the request; all are counted. Thread-safe while the stream continues.
 *
 * @since 0.1.0
 */
public interface ReceivedEvents {

	/**
	 * Return the events received.
	 * @return the events in order
	 */
	List<EventStreamMessage> messages();

	/**
	 * Return the content of the events' member {@code bytes}, decoded.
	 * @return the content of each event that has any, in order
	 */
	List<byte[]> contents();

	/**
	 * Return the total number of received events.
	 * @return the number of events
	 */
	long count();

	/**
	 * Return whether the client has ended the stream.
	 * @return whether the signed end of the stream was received
	 */
	boolean isComplete();

	/**
	 * Wait until a total number of events have been received.
	 * @param number how many
	 * @param timeout the maximum wait
	 * @return the events in order
	 * @throws IllegalStateException if the timeout expires first
	 */
	List<EventStreamMessage> await(int number, Duration timeout);

	/**
	 * Wait until the client has ended the stream.
	 * @param timeout the maximum wait
	 * @return the events in order
	 * @throws IllegalStateException if the timeout expires first
	 */
	List<EventStreamMessage> awaitComplete(Duration timeout);

}
