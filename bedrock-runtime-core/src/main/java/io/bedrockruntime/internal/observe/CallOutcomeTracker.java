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
		this.outcomes.updateAndGet((outcomes) -> outcomes.succeeded(this.clock.instant()));
	}

	public void failed(Throwable failure) {
		String errorType = ErrorTypes.of(failure);
		this.outcomes.updateAndGet((outcomes) -> outcomes.failed(this.clock.instant(), errorType));
	}

	public CallOutcomes outcomes() {
		return this.outcomes.get();
	}

}
