package io.bedrockruntime.internal.call;

import java.util.ArrayList;
import java.util.List;

import io.bedrockruntime.event.FailoverEvent;
import io.bedrockruntime.exception.AccessDeniedException;
import io.bedrockruntime.exception.BedrockRuntimeException;
import io.bedrockruntime.exception.BedrockRuntimeServiceException;
import io.bedrockruntime.exception.ResourceNotFoundException;
import io.bedrockruntime.exception.ValidationException;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * Route of one call through the targets that it may be sent to.
 *
 * @param <P> {@code Mono} or {@code Flux}
 */
final class FailoverRoute<P extends Publisher<?>> {

	private final CallContext<P> call;

	private final CallChain next;

	private final TargetSelector targets;

	private final RetryPolicy retryPolicy;

	private final List<CallTarget> remaining;

	private final List<Throwable> failures = new ArrayList<>();

	private @Nullable Throwable failureOfFirst;

	FailoverRoute(CallContext<P> call, CallChain next, TargetSelector targets, RetryPolicy retryPolicy) {
		this.call = call;
		this.next = next;
		this.targets = targets;
		this.retryPolicy = retryPolicy;
		this.remaining = new ArrayList<>(targets.forRequest(call.request()));
	}

	/**
	 * Send the call to the next target, and to those after it if that one fails.
	 */
	P proceed() {
		TargetAttempts attempts = nextTarget();
		P response = this.next.proceed(this.call);
		return attempts.isOnly() ? response : this.call.operators().onErrorResume(response, (ex) -> {
			recordFailure(attempts, ex);
			return attempts.failsOver(ex) ? proceed() : this.call.operators().error(outcome(attempts, ex));
		});
	}

	private TargetAttempts nextTarget() {
		boolean first = this.failures.isEmpty();
		CallTarget target = this.remaining.remove(0);
		CallTarget after = this.remaining.isEmpty() ? null : this.remaining.get(0);
		TargetAttempts attempts = new TargetAttempts(this.call, target, after, first, this.retryPolicy);
		this.call.moveTo(attempts);
		return attempts;
	}

	private void recordFailure(TargetAttempts attempts, Throwable failure) {
		if (!attempts.mayBeServedByAnotherTarget(failure)) {
			return;
		}
		// A target that refuses one model may still serve others.
		boolean refused = failure instanceof BedrockRuntimeServiceException;
		this.targets.coolDown(attempts.target(), refused ? this.call.request().resource() : null);
		CallTarget after = attempts.after();
		if (after != null && failure instanceof BedrockRuntimeException reason) {
			this.targets.notifyListener(new FailoverEvent(this.call.operation(), attempts.describe(),
					after.describe(this.call.request().modelId()), reason));
			this.failures.add(failure);
			if (attempts.target().number() == 0) {
				this.failureOfFirst = failure;
			}
		}
	}

	/**
	 * Return the failure of the call. If no target could serve it, this is the failure of
	 * the client's own target, for which the request was made.
	 */
	private Throwable outcome(TargetAttempts attempts, Throwable last) {
		Throwable outcome = (attempts.mayBeServedByAnotherTarget(last) && this.failureOfFirst != null)
				? this.failureOfFirst : last;
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
	 * Return whether a target refuses a request that another one may serve: the model,
	 * the guardrail or the permission is missing there.
	 */
	static boolean isUnsuitable(Throwable failure) {
		return failure instanceof ValidationException || failure instanceof AccessDeniedException
				|| failure instanceof ResourceNotFoundException;
	}

}
