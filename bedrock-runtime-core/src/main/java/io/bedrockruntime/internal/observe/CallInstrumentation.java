package io.bedrockruntime.internal.observe;

import java.util.function.BiFunction;
import java.util.function.Supplier;

import io.bedrockruntime.internal.SafeListeners;
import io.bedrockruntime.observation.BedrockRuntimeObservationContext;
import io.bedrockruntime.observation.BedrockRuntimeObservationConvention;
import io.bedrockruntime.observation.BedrockRuntimeObservationDocumentation;
import io.bedrockruntime.observation.DefaultBedrockRuntimeObservationConvention;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Watches the calls of a client, if anybody wants to know. What is watched costs a
 * little; what is not costs nothing.
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
	 * Watch a call with a whole answer.
	 * @param <T> the type of answer
	 * @param description describes the call, if it is to be observed
	 * @param call makes the call in a context of Reactor, and tells how it goes
	 * @return the answer
	 */
	public <T> Mono<T> ofAnswer(Supplier<BedrockRuntimeObservationContext> description,
			BiFunction<CallObservation, ContextView, Mono<T>> call) {
		return Mono.deferContextual((caller) -> {
			ObservedCall recorded = begin(description, caller);
			return (recorded != null)
					? recorded.observe(Mono.deferContextual((context) -> call.apply(recorded, context)))
					: call.apply(CallObservation.NONE, caller);
		});
	}

	/**
	 * Watch a call with a stream of events.
	 * @param <T> the type of event
	 * @param description describes the call, if it is to be observed
	 * @param call makes the call in a context of Reactor, and tells how it goes
	 * @return the events
	 */
	public <T> Flux<T> ofStream(Supplier<BedrockRuntimeObservationContext> description,
			BiFunction<CallObservation, ContextView, Flux<T>> call) {
		return Flux.deferContextual((caller) -> {
			ObservedCall recorded = begin(description, caller);
			return (recorded != null)
					? recorded.observe(Flux.deferContextual((context) -> call.apply(recorded, context)))
					: call.apply(CallObservation.NONE, caller);
		});
	}

	private @Nullable ObservedCall begin(Supplier<BedrockRuntimeObservationContext> description, ContextView caller) {
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
