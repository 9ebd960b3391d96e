package io.bedrockruntime.internal.call;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.bedrockruntime.event.FailoverEvent;
import io.bedrockruntime.exception.AccessDeniedException;
import io.bedrockruntime.exception.BedrockRuntimeException;
import io.bedrockruntime.exception.BedrockRuntimeServiceException;
import io.bedrockruntime.exception.ResourceNotFoundException;
import io.bedrockruntime.exception.ValidationException;
import io.bedrockruntime.internal.operation.Invocation;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The way of one call through the places that it may be sent to.
 */
final class CallRoute {

	private final Call call;

	private final Invocation invocation;

	private final Targets targets;

	private final RetryPolicy retryPolicy;

	private final List<Target> ahead;

	private final List<Throwable> failures = new ArrayList<>();

	private @Nullable Throwable failureOfFirst;

	CallRoute(Call call, Invocation invocation, Targets targets, RetryPolicy retryPolicy) {
		this.call = call;
		this.invocation = invocation;
		this.targets = targets;
		this.retryPolicy = retryPolicy;
		this.ahead = new ArrayList<>(targets.forRequest(invocation));
	}

	<T> Mono<T> forAnswer(Function<Stay, Mono<T>> attempts) {
		Stay stay = next();
		Mono<T> answer = attempts.apply(stay);
		return stay.isOnly() ? answer : answer.onErrorResume((ex) -> {
			leave(stay, ex);
			return stay.isElsewhere(ex) ? forAnswer(attempts) : Mono.error(outcome(stay, ex));
		});
	}

	<T> Flux<T> forStream(Function<Stay, Flux<T>> attempts) {
		Stay stay = next();
		Flux<T> events = attempts.apply(stay);
		return stay.isOnly() ? events : events.onErrorResume((ex) -> {
			leave(stay, ex);
			return stay.isElsewhere(ex) ? forStream(attempts) : Flux.error(outcome(stay, ex));
		});
	}

	private Stay next() {
		boolean first = this.failures.isEmpty();
		Target target = this.ahead.remove(0);
		this.call.observation().goesTo(target.region(), target.endpoint());
		Target after = this.ahead.isEmpty() ? null : this.ahead.get(0);
		return new Stay(this.call, this.invocation, target, after, first, this.retryPolicy);
	}

	private void leave(Stay stay, Throwable failure) {
		if (!stay.cannotServe(failure)) {
			return;
		}
		// Where the service itself refuses a model, it may still serve others.
		boolean answered = failure instanceof BedrockRuntimeServiceException;
		this.targets.coolDown(stay.target(), answered ? this.invocation.resource() : null);
		Target after = stay.after();
		if (after != null && failure instanceof BedrockRuntimeException reason) {
			this.targets.tell(new FailoverEvent(this.call.operation(), stay.describe(),
					after.describe(this.invocation.modelId()), reason));
			this.failures.add(failure);
			if (stay.target().number() == 0) {
				this.failureOfFirst = failure;
			}
		}
	}

	/**
	 * Return what the call fails with: if no place could serve it, what the first one of
	 * all said, which is the one that the request was made for.
	 */
	private Throwable outcome(Stay stay, Throwable last) {
		Throwable outcome = (stay.cannotServe(last) && this.failureOfFirst != null) ? this.failureOfFirst : last;
		for (Throwable failure : this.failures) {
			suppress(outcome, failure);
		}
		suppress(outcome, last);
		return outcome;
	}

	private static void suppress(Throwable outcome, Throwable other) {
		if (other != outcome && !List.of(outcome.getSuppressed()).contains(other)) {
			outcome.addSuppressed(other);
		}
	}

	/**
	 * Whether a place refuses what another one may take: the model, the guardrail or the
	 * permission is not there.
	 */
	static boolean isUnsuitable(Throwable failure) {
		return failure instanceof ValidationException || failure instanceof AccessDeniedException
				|| failure instanceof ResourceNotFoundException;
	}

}
