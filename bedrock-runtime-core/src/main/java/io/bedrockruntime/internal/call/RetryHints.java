package io.bedrockruntime.internal.call;

import java.time.Duration;

import io.bedrockruntime.model.ResponseMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Reader of the service's hint when to retry.
 */
final class RetryHints {

	/** The maximum pause of the strategies plus the maximum addition by a hint. */
	private static final Duration LONGEST = Duration.ofSeconds(25);

	private RetryHints() {
	}

	/**
	 * Read a hint. A value that is not a number is ignored. A long hint is limited, so
	 * that a server cannot delay calls indefinitely.
	 * @param response the response to the failed attempt, or {@code null} if it had none
	 * @return the hint, or zero if there is none
	 */
	static Duration suggestedDelay(@Nullable ResponseMetadata response) {
		if (response == null) {
			return Duration.ZERO;
		}
		long millis = number(response.header("x-amz-retry-after"));
		if (millis < 0) {
			long seconds = number(response.header("retry-after"));
			millis = (seconds >= 0) ? Math.min(seconds, LONGEST.toSeconds()) * 1000 : 0;
		}
		return Duration.ofMillis(Math.min(millis, LONGEST.toMillis()));
	}

	private static long number(@Nullable String value) {
		try {
			return (value != null) ? Long.parseLong(value.strip()) : -1;
		}
		catch (NumberFormatException ex) {
			return -1;
		}
	}

}
