package io.bedrockruntime.internal.eventstream;

import io.bedrockruntime.eventstream.EventStreamFrame;
import io.bedrockruntime.exception.BedrockRuntimeException;
import org.jspecify.annotations.Nullable;

/**
 * Reader of one stream's messages: makes values of them and knows when the stream is
 * whole. One instance serves one stream.
 *
 * @param <T> the type of value
 * @since 0.1.0
 */
public interface EventStreamReader<T> {

	/**
	 * Read a message.
	 * @param frame a view of the message, valid during the call
	 * @return the value, or {@code null} if the message carries none
	 * @throws BedrockRuntimeException if the message is an error, which ends the stream
	 */
	@Nullable T read(EventStreamFrame frame);

	/**
	 * Return whether the peer has sent its own last message, so that whatever happens to
	 * the connection now loses nothing.
	 * @return whether the stream is whole
	 */
	boolean isComplete();

	/**
	 * Tell the reader that the stream ended between two messages.
	 * @throws BedrockRuntimeException if the stream is not whole
	 */
	void endOfStream();

}
