package io.bedrockruntime.internal.call;

import java.time.Duration;

import io.bedrockruntime.model.ResponseMetadata;
import org.jspecify.annotations.Nullable;

/**
 * What the service says of when to come back.
 */
final class RetryHints {

	/** The longest pause of the strategies and what they let a hint add to it. */
	private static final Duration LONGEST = Duration.ofSeconds(25);

	private RetryHints() {
	}

	/**
	 * Read a hint. One that is no number is as good as none; a long one is cut, so that
	 * nobody can put calls to sleep.
	 * @param response the answer of the failed attempt, or {@code null} if it had none
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
