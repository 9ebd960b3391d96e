package io.bedrockruntime.internal.eventstream;

import io.bedrockruntime.eventstream.EventStreamFrame;
import io.bedrockruntime.exception.BedrockRuntimeException;
import org.jspecify.annotations.Nullable;

/**
 * Reader of the messages of one stream. It converts messages to values and detects the
 * end of the stream. An instance reads a single stream.
 *
 * @param <T> the type of value
 * @since 0.1.0
 */
public interface EventStreamReader<T> {

	/**
	 * Read a message.
	 * @param frame a view of the message, valid during the call
	 * @return the value, or {@code null} if the message has no value
	 * @throws BedrockRuntimeException if the message is an error, which ends the stream
	 */
	@Nullable T read(EventStreamFrame frame);

	/**
	 * Return whether the peer has sent its last message, so that a later failure of the
	 * connection loses nothing.
	 * @return whether the stream is complete
	 */
	boolean isComplete();

	/**
	 * Signal that the stream ended between two messages.
	 * @throws BedrockRuntimeException if the stream is not complete
	 */
	void endOfStream();

}
