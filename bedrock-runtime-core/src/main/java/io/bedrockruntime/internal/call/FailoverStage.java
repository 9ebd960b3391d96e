package io.bedrockruntime.internal.call;

import org.reactivestreams.Publisher;

/**
 * Stage that sends a call to its targets, one after the other, until one serves it.
 */
final class FailoverStage implements CallStage {

	private final TargetSelector targets;

	private final RetryPolicy retryPolicy;

	FailoverStage(TargetSelector targets, RetryPolicy retryPolicy) {
		this.targets = targets;
		this.retryPolicy = retryPolicy;
	}

	@Override
	public <P extends Publisher<?>> P apply(CallContext<P> call, CallChain next) {
		return new FailoverRoute<>(call, next, this.targets, this.retryPolicy).proceed();
	}

}
