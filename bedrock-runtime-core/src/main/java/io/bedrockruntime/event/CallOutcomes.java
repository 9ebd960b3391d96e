package io.bedrockruntime.event;

import java.time.Instant;

import io.bedrockruntime.observation.ErrorTypes;
import org.jspecify.annotations.Nullable;

/**
 * Outcomes of the latest calls of a client. Calls that the caller cancelled do not count.
 *
 * @param lastSuccessAt when a call last succeeded, or {@code null} if none has yet
 * @param lastErrorAt when a call last failed, or {@code null} if none has yet
 * @param lastErrorType the type of the last failure, one of {@link ErrorTypes}, or
 * {@code null}
 * @param consecutiveFailures the number of calls that have failed since one succeeded
 * @since 0.1.0
 */
public record CallOutcomes(@Nullable Instant lastSuccessAt, @Nullable Instant lastErrorAt,
		@Nullable String lastErrorType, int consecutiveFailures) {

	/**
	 * Outcomes of a client none of whose calls has ended yet.
	 */
	public static final CallOutcomes NONE = new CallOutcomes(null, null, null, 0);

}
