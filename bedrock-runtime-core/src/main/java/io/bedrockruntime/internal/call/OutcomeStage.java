package io.bedrockruntime.internal.call;

import io.bedrockruntime.internal.observe.CallOutcomeTracker;
import org.reactivestreams.Publisher;

/**
 * Stage that records how the latest calls ended.
 */
final class OutcomeStage implements CallStage {

	private final CallOutcomeTracker outcomes;

	OutcomeStage(CallOutcomeTracker outcomes) {
		this.outcomes = outcomes;
	}

	@Override
	public <P extends Publisher<?>> P apply(CallContext<P> call, CallChain next) {
		return call.operators().doOnEnd(next.proceed(call), this.outcomes::succeeded, this.outcomes::failed);
	}

}
