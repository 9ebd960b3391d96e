package io.bedrockruntime.emulator.record;

import java.time.Duration;
import java.util.List;

import io.bedrockruntime.eventstream.EventStreamMessage;

/**
 * The events of a request that is a stream itself, as they come in: verified, and taken
 * out of the messages that sign them. Of very many the last ones are kept, and none when
 * the emulator has forgotten the request; all are counted. May be read from any thread
 * while the stream goes on.
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
	 * Return what the events carry in their member {@code bytes}, decoded.
	 * @return the content of each event that has any, in order
	 */
	List<byte[]> contents();

	/**
	 * Return how many events have been received in all.
	 * @return the number of events
	 */
	long count();

	/**
	 * Return whether the client has said that no more events come.
	 * @return whether the signed end of the stream was received
	 */
	boolean isComplete();

	/**
	 * Wait until a number of events have been received in all.
	 * @param number how many
	 * @param timeout how long to wait at most
	 * @return the events in order
	 * @throws IllegalStateException if they do not come in time
	 */
	List<EventStreamMessage> await(int number, Duration timeout);

	/**
	 * Wait until the client has said that no more events come.
	 * @param timeout how long to wait at most
	 * @return the events in order
	 * @throws IllegalStateException if it is not said in time
	 */
	List<EventStreamMessage> awaitComplete(Duration timeout);

}
