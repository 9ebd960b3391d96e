package io.bedrockruntime.internal.observe;

import java.util.function.Supplier;

import io.bedrockruntime.internal.SafeListeners;
import io.bedrockruntime.observation.BedrockRuntimeObservationContext;
import io.bedrockruntime.observation.BedrockRuntimeObservationConvention;
import io.bedrockruntime.observation.BedrockRuntimeObservationDocumentation;
import io.bedrockruntime.observation.DefaultBedrockRuntimeObservationConvention;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/**
 * Instrumentation of the calls of a client by Micrometer observations and a log line. A
 * call that is neither observed nor logged costs nothing here.
 */
public final class CallInstrumentation {

	private static final BedrockRuntimeObservationConvention DEFAULT = new DefaultBedrockRuntimeObservationConvention();

	private final ObservationRegistry registry;

	private final @Nullable BedrockRuntimeObservationConvention convention;

	public CallInstrumentation(ObservationRegistry registry, @Nullable BedrockRuntimeObservationConvention convention) {
		this.registry = registry;
		this.convention = convention;
	}

	/**
	 * Start to observe a call, if observation or logging is enabled.
	 * @param description describes the call
	 * @param caller the Reactor context of the caller
	 * @return the observed call, or {@code null} if neither is enabled
	 */
	public @Nullable ObservedCall start(Supplier<BedrockRuntimeObservationContext> description, ContextView caller) {
		boolean logged = CallLog.isEnabled();
		if (this.registry.isNoop() && !logged) {
			return null;
		}
		BedrockRuntimeObservationContext context = description.get();
		Observation observation = observation(context);
		if (observation.isNoop() && !logged) {
			return null;
		}
		ObservedCall recorded = new ObservedCall(observation, context);
		SafeListeners.guarded(() -> recorded.start(caller));
		return recorded;
	}

	private Observation observation(BedrockRuntimeObservationContext context) {
		Observation[] observation = { Observation.NOOP };
		SafeListeners.guarded(() -> observation[0] = BedrockRuntimeObservationDocumentation.CALL
			.observation(this.convention, DEFAULT, () -> context, this.registry));
		return observation[0];
	}

}
