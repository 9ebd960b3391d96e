package io.bedrockruntime.internal.eventstream;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Timeouts of reading an event stream. The response and idle timeouts run only while the
 * reader waits for bytes: a slow subscriber does not trigger them, only the call timeout.
 *
 * @param response the maximum time until the first message, from the subscription on;
 * {@code null} for no limit
 * @param idle the maximum time without a message between two messages; {@code null} for
 * no limit
 * @param call the maximum duration of the entire stream; {@code null} for no limit
 * @since 0.1.0
 */
public record EventStreamTimeouts(@Nullable Duration response, @Nullable Duration idle, @Nullable Duration call) {

	private static final EventStreamTimeouts NONE = new EventStreamTimeouts(null, null, null);

	/**
	 * Return an instance without timeouts.
	 * @return timeouts that never expire
	 */
	public static EventStreamTimeouts none() {
		return NONE;
	}

}
