package io.bedrockruntime.internal.call;

import java.util.Map;

import io.bedrockruntime.event.RetryEvent;
import io.bedrockruntime.exception.BedrockRuntimeServiceException;
import io.bedrockruntime.internal.operation.MarshalledRequest;
import io.bedrockruntime.internal.signing.SigningRejection;
import io.bedrockruntime.model.ResponseMetadata;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Attempts of a call at one target, with the request for that target and the recovery
 * from a failed attempt.
 */
final class TargetAttempts implements AttemptRecovery {

	private final CallTarget target;

	private final @Nullable CallTarget after;

	private final boolean first;

	private final CallContext<?> call;

	private final ResponseMetadata.Target description;

	private final MarshalledRequest request;

	private final RetryPolicy retryPolicy;

	private final RetryExecutor retries;

	private volatile @Nullable Attempt attempt;

	private volatile @Nullable String date;

	/**
	 * Create an instance.
	 * @param call the call
	 * @param target the target
	 * @param after the target that the call fails over to next, or {@code null} if there
	 * is none
	 * @param first whether this is the first target of the call
	 * @param retryPolicy the retry policy of the client
	 */
	TargetAttempts(CallContext<?> call, CallTarget target, @Nullable CallTarget after, boolean first,
			RetryPolicy retryPolicy) {
		this.call = call;
		this.target = target;
		this.after = after;
		this.first = first;
		this.description = target.describe(call.request().modelId());
		this.request = call.request().marshal(target.failover());
		this.retryPolicy = retryPolicy;
		this.retries = retryPolicy.begin(call, call.request().operation().isRepeatable(), target.number(), this);
	}

	CallTarget target() {
		return this.target;
	}

	@Nullable CallTarget after() {
		return this.after;
	}

	RetryExecutor retries() {
		return this.retries;
	}

	CallContext<?> call() {
		return this.call;
	}

	ResponseMetadata.Target describe() {
		return this.description;
	}

	/**
	 * Return whether there is no other target, before or after.
	 */
	boolean isOnly() {
		return this.first && this.after == null;
	}

	/**
	 * Start the next attempt.
	 */
	Attempt nextAttempt() {
		Attempt attempt = new Attempt(this.request, this.call.timeouts());
		this.attempt = attempt;
		return attempt;
	}

	/**
	 * Record the HTTP response to the current attempt.
	 */
	void responded(ResponseMetadata response) {
		this.date = response.header("date");
		this.retries.responded(response);
		this.call.observation().responded(response);
	}

	/**
	 * Return whether another target may serve a request that failed at this one.
	 */
	boolean mayBeServedByAnotherTarget(Throwable failure) {
		return this.retries.isRetryable(failure)
				|| (this.target.number() > 0 && !this.retries.isDelivered() && FailoverRoute.isUnsuitable(failure));
	}

	@Override
	public boolean hasNextTarget() {
		return this.after != null;
	}

	@Override
	public boolean failsOver(Throwable failure) {
		return this.after != null && mayBeServedByAnotherTarget(failure);
	}

	@Override
	public void retrying(Throwable failure) {
		this.call.retried();
		this.retryPolicy
			.notifyListener(new RetryEvent(this.call.operation(), this.description, this.call.attempts(), failure));
	}

	@Override
	public Mono<Boolean> correct(Throwable failure) {
		Attempt attempt = this.attempt;
		if (!(failure instanceof BedrockRuntimeServiceException refusal) || attempt == null) {
			return Mono.just(false);
		}
		Map<String, String> signature = attempt.signature();
		return this.target.signer()
			.handleRejection(new SigningRejection(signature, refusal.statusCode(), refusal.errorCode(),
					refusal.serviceMessage(), this.date));
	}

}
