package io.bedrockruntime.internal.observe;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;

import io.bedrockruntime.event.CallOutcomes;
import io.bedrockruntime.observation.ErrorTypes;

/**
 * Tracks how the latest calls ended, whether they are observed or not.
 */
public final class CallOutcomeTracker {

	private final AtomicReference<CallOutcomes> outcomes = new AtomicReference<>(CallOutcomes.NONE);

	private final Clock clock;

	public CallOutcomeTracker(Clock clock) {
		this.clock = clock;
	}

	public void succeeded() {
		this.outcomes.updateAndGet(
				(latest) -> new CallOutcomes(this.clock.instant(), latest.lastErrorAt(), latest.lastErrorType(), 0));
	}

	public void failed(Throwable failure) {
		String errorType = ErrorTypes.of(failure);
		this.outcomes.updateAndGet((latest) -> new CallOutcomes(latest.lastSuccessAt(), this.clock.instant(), errorType,
				latest.consecutiveFailures() + 1));
	}

	public CallOutcomes outcomes() {
		return this.outcomes.get();
	}

}
