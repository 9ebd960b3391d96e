package io.bedrockruntime.benchmarks.peer;

import org.jspecify.annotations.Nullable;

/**
 * Listener for the events of a stream. The client calls it on any thread.
 */
public interface StreamListener {

	/**
	 * Receive an event with a piece of text.
	 * @param text the text, or {@code null} from a bare HTTP client, for which each
	 * buffer is an event
	 */
	void text(@Nullable String text);

	/**
	 * Receive an event without text.
	 */
	void other();

	/**
	 * Receive the end of the stream.
	 * @param failure the failure, or {@code null} if the stream completed
	 */
	void end(@Nullable Throwable failure);

}
