package io.bedrockruntime.internal.call;

import io.bedrockruntime.internal.observe.CallInstrumentation;
import io.bedrockruntime.internal.observe.ObservedCall;
import io.bedrockruntime.observation.BedrockRuntimeObservationContext;
import org.reactivestreams.Publisher;

/**
 * Stage that observes a call and logs it, if either is enabled.
 */
final class ObservationStage implements CallStage {

	private final CallInstrumentation instrumentation;

	private final TargetSelector targets;

	ObservationStage(CallInstrumentation instrumentation, TargetSelector targets) {
		this.instrumentation = instrumentation;
		this.targets = targets;
	}

	@Override
	public <P extends Publisher<?>> P apply(CallContext<P> call, CallChain next) {
		return call.operators().deferContextual((caller) -> {
			ObservedCall observed = this.instrumentation.start(() -> describe(call), caller);
			if (observed == null) {
				return next.proceed(call);
			}
			call.observedBy(observed);
			// Deferred, so that a failure to prepare the call is observed too.
			return observed.observe(call.operators(), call.operators().defer(() -> next.proceed(call)));
		});
	}

	private BedrockRuntimeObservationContext describe(CallContext<?> call) {
		CallTarget first = this.targets.first();
		return new BedrockRuntimeObservationContext(call.request().operation().observed(), call.request().modelId(),
				call.request().request(), first.region(), first.endpoint());
	}

}
