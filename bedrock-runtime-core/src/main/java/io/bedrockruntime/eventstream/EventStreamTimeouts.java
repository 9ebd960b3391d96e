package io.bedrockruntime.eventstream;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Clocks that run while a stream is read. They run only while bytes are waited for: a
 * subscriber that takes its time makes none of them run out but the last.
 *
 * @param response how long the first message may take, from the subscription on;
 * {@code null} for no limit
 * @param idle how long the stream may be silent between two messages; {@code null} for no
 * limit
 * @param call how long the whole stream may take; {@code null} for no limit
 * @since 0.1.0
 */
public record EventStreamTimeouts(@Nullable Duration response, @Nullable Duration idle, @Nullable Duration call) {

	private static final EventStreamTimeouts NONE = new EventStreamTimeouts(null, null, null);

	/**
	 * Return no limits.
	 * @return clocks that never run out
	 */
	public static EventStreamTimeouts none() {
		return NONE;
	}

}
