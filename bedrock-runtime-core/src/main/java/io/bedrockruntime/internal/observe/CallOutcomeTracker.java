package io.bedrockruntime.internal.observe;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;

import io.bedrockruntime.event.CallOutcomes;
import io.bedrockruntime.observation.ErrorTypes;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps how the latest calls ended, whoever observes them or not.
 */
public final class CallOutcomeTracker {

	private final AtomicReference<CallOutcomes> outcomes = new AtomicReference<>(CallOutcomes.NONE);

	private final Clock clock;

	public CallOutcomeTracker(Clock clock) {
		this.clock = clock;
	}

	public <O> Mono<O> record(Mono<O> answer) {
		return answer.doOnSuccess((value) -> succeeded()).doOnError(this::failed);
	}

	public <T> Flux<T> record(Flux<T> events) {
		return events.doOnComplete(this::succeeded).doOnError(this::failed);
	}

	private void succeeded() {
		this.outcomes.updateAndGet((outcomes) -> outcomes.succeeded(this.clock.instant()));
	}

	private void failed(Throwable failure) {
		String errorType = ErrorTypes.of(failure);
		this.outcomes.updateAndGet((outcomes) -> outcomes.failed(this.clock.instant(), errorType));
	}

	public CallOutcomes outcomes() {
		return this.outcomes.get();
	}

}
