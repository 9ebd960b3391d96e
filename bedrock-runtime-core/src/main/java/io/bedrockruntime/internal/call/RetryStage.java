package io.bedrockruntime.internal.call;

import org.reactivestreams.Publisher;

/**
 * Stage that makes attempts at one target until one succeeds or no further attempt is
 * permitted.
 */
final class RetryStage implements CallStage {

	@Override
	public <P extends Publisher<?>> P apply(CallContext<P> call, CallChain next) {
		return call.targetAttempts().retries().execute(call.responseType(), () -> next.proceed(call));
	}

}
