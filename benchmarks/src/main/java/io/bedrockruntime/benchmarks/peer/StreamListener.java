package io.bedrockruntime.benchmarks.peer;

import org.jspecify.annotations.Nullable;

/**
 * Hears what comes of a stream, on whatever thread the client calls it.
 */
public interface StreamListener {

	/**
	 * An event with a piece of text has come.
	 * @param text the piece, or {@code null} of a bare HTTP client, for which each buffer
	 * is an event
	 */
	void text(@Nullable String text);

	/**
	 * An event of another kind has come.
	 */
	void other();

	/**
	 * The stream has ended.
	 * @param failure what it failed with, or {@code null} if it ended well
	 */
	void end(@Nullable Throwable failure);

}
