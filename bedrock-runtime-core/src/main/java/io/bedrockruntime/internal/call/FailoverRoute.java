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
import io.bedrockruntime.internal.operation.OperationCall;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The way of one call through the places that it may be sent to.
 */
final class FailoverRoute {

	private final CallContext call;

	private final OperationCall invocation;

	private final TargetSelector targets;

	private final RetryPolicy retryPolicy;

	private final List<CallTarget> ahead;

	private final List<Throwable> failures = new ArrayList<>();

	private @Nullable Throwable failureOfFirst;

	FailoverRoute(CallContext call, OperationCall invocation, TargetSelector targets, RetryPolicy retryPolicy) {
		this.call = call;
		this.invocation = invocation;
		this.targets = targets;
		this.retryPolicy = retryPolicy;
		this.ahead = new ArrayList<>(targets.forRequest(invocation));
	}

	<T> Mono<T> forAnswer(Function<TargetAttempts, Mono<T>> attempts) {
		TargetAttempts stay = next();
		Mono<T> answer = attempts.apply(stay);
		return stay.isOnly() ? answer : answer.onErrorResume((ex) -> {
			leave(stay, ex);
			return stay.isElsewhere(ex) ? forAnswer(attempts) : Mono.error(outcome(stay, ex));
		});
	}

	<T> Flux<T> forStream(Function<TargetAttempts, Flux<T>> attempts) {
		TargetAttempts stay = next();
		Flux<T> events = attempts.apply(stay);
		return stay.isOnly() ? events : events.onErrorResume((ex) -> {
			leave(stay, ex);
			return stay.isElsewhere(ex) ? forStream(attempts) : Flux.error(outcome(stay, ex));
		});
	}

	private TargetAttempts next() {
		boolean first = this.failures.isEmpty();
		CallTarget target = this.ahead.remove(0);
		this.call.observation().goesTo(target.region(), target.endpoint());
		CallTarget after = this.ahead.isEmpty() ? null : this.ahead.get(0);
		return new TargetAttempts(this.call, this.invocation, target, after, first, this.retryPolicy);
	}

	private void leave(TargetAttempts stay, Throwable failure) {
		if (!stay.cannotServe(failure)) {
			return;
		}
		// Where the service itself refuses a model, it may still serve others.
		boolean answered = failure instanceof BedrockRuntimeServiceException;
		this.targets.coolDown(stay.target(), answered ? this.invocation.resource() : null);
		CallTarget after = stay.after();
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
	private Throwable outcome(TargetAttempts stay, Throwable last) {
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
