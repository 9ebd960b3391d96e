package io.bedrockruntime;

import java.util.Map;

import io.bedrockruntime.exception.BedrockRuntimeServiceException;
import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.signing.SigningRejection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The stay of a call in one place: the request as it goes there, and the attempts made
 * with it.
 */
final class Stay implements Recourse {

	private final Target target;

	private final @Nullable Target after;

	private final boolean first;

	private final Call call;

	private final ResponseMetadata.Target description;

	private final PreparedRequest request;

	private final RetryPolicy retryPolicy;

	private final CallAttempts attempts;

	private volatile @Nullable Attempt attempt;

	private volatile @Nullable String date;

	/**
	 * Create an instance.
	 * @param after the place that the call goes on in if this one cannot serve it, or
	 * {@code null} if there is none
	 * @param first whether the call has been nowhere else before
	 */
	Stay(Call call, Invocation invocation, Target target, @Nullable Target after, boolean first,
			RetryPolicy retryPolicy) {
		this.call = call;
		this.target = target;
		this.after = after;
		this.first = first;
		this.description = target.describe(invocation.modelId());
		this.request = invocation.prepare(target);
		this.retryPolicy = retryPolicy;
		this.attempts = retryPolicy.begin(call, this.request.messages() == null, target.number(), this);
	}

	Target target() {
		return this.target;
	}

	@Nullable Target after() {
		return this.after;
	}

	PreparedRequest request() {
		return this.request;
	}

	CallAttempts attempts() {
		return this.attempts;
	}

	Call call() {
		return this.call;
	}

	ResponseMetadata.Target describe() {
		return this.description;
	}

	/**
	 * Whether there is no other place, before or after.
	 */
	boolean isOnly() {
		return this.first && this.after == null;
	}

	/**
	 * Make the next attempt.
	 */
	Attempt nextAttempt() {
		Attempt attempt = new Attempt(this.request, this.call.timeouts());
		this.attempt = attempt;
		return attempt;
	}

	/**
	 * Take note of an HTTP response.
	 */
	void answered(ResponseMetadata response) {
		this.date = response.header("date");
		this.attempts.answered(response);
		this.call.observation().answered(response);
	}

	/**
	 * Whether another place may serve what this one could not.
	 */
	boolean cannotServe(Throwable failure) {
		return this.attempts.isRetryable(failure)
				|| (this.target.number() > 0 && !this.attempts.isDelivered() && CallRoute.isUnsuitable(failure));
	}

	@Override
	public boolean hasElsewhere() {
		return this.after != null;
	}

	@Override
	public boolean isElsewhere(Throwable failure) {
		return this.after != null && cannotServe(failure);
	}

	@Override
	public void retrying(Throwable failure) {
		this.call.retried();
		this.retryPolicy.tell(new RetryEvent(this.call.operation(), this.description, this.call.attempts(), failure));
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
