package io.bedrockruntime;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Consumer;

import io.bedrockruntime.observation.BedrockRuntimeObservationContext;
import io.bedrockruntime.observation.BedrockRuntimeObservationConvention;
import io.bedrockruntime.observation.BedrockRuntimeObservationDocumentation;
import io.bedrockruntime.observation.DefaultBedrockRuntimeObservationConvention;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Watches the calls of a client, if anybody wants to know. What is watched costs a
 * little; what is not costs nothing.
 */
final class Observations {

	private static final Log logger = LogFactory.getLog(Observations.class);

	private static final BedrockRuntimeObservationConvention DEFAULT = new DefaultBedrockRuntimeObservationConvention();

	private static final AtomicBoolean WARNED = new AtomicBoolean();

	private final ObservationRegistry registry;

	private final @Nullable BedrockRuntimeObservationConvention convention;

	Observations(ObservationRegistry registry, @Nullable BedrockRuntimeObservationConvention convention) {
		this.registry = registry;
		this.convention = convention;
	}

	/**
	 * Watch a call with a whole answer.
	 * @param <T> the type of answer
	 * @param invocation the request
	 * @param target where the call goes first
	 * @param call makes the call in a context of Reactor, and tells how it goes
	 * @return the answer
	 */
	<T> Mono<T> ofAnswer(Invocation invocation, Target target, BiFunction<CallObservation, ContextView, Mono<T>> call) {
		return Mono.deferContextual((caller) -> {
			RecordedCall recorded = begin(invocation, false, target, caller);
			return (recorded != null)
					? recorded.observe(Mono.deferContextual((context) -> call.apply(recorded, context)))
					: call.apply(CallObservation.NONE, caller);
		});
	}

	/**
	 * Watch a call with a stream of events.
	 * @param <T> the type of event
	 * @param invocation the request
	 * @param target where the call goes first
	 * @param call makes the call in a context of Reactor, and tells how it goes
	 * @return the events
	 */
	<T> Flux<T> ofStream(Invocation invocation, Target target, BiFunction<CallObservation, ContextView, Flux<T>> call) {
		return Flux.deferContextual((caller) -> {
			RecordedCall recorded = begin(invocation, true, target, caller);
			return (recorded != null)
					? recorded.observe(Flux.deferContextual((context) -> call.apply(recorded, context)))
					: call.apply(CallObservation.NONE, caller);
		});
	}

	private @Nullable RecordedCall begin(Invocation invocation, boolean streaming, Target target, ContextView caller) {
		boolean logged = CallLog.isEnabled();
		if (this.registry.isNoop() && !logged) {
			return null;
		}
		BedrockRuntimeObservationContext context = new BedrockRuntimeObservationContext(invocation.operation(),
				invocation.modelId(), streaming, invocation.request(), target.region(), target.endpoint());
		Observation observation = observation(context);
		if (observation.isNoop() && !logged) {
			return null;
		}
		RecordedCall recorded = new RecordedCall(observation, context);
		guarded(() -> recorded.start(caller));
		return recorded;
	}

	private Observation observation(BedrockRuntimeObservationContext context) {
		Observation[] observation = { Observation.NOOP };
		guarded(() -> observation[0] = BedrockRuntimeObservationDocumentation.CALL.observation(this.convention, DEFAULT,
				() -> context, this.registry));
		return observation[0];
	}

	/**
	 * Keep a listener from what its failure would do to calls and to other listeners.
	 */
	static <E> Consumer<E> guarded(Consumer<E> listener) {
		return (event) -> guarded(() -> listener.accept(event));
	}

	/**
	 * Keep a call from failing because of what watches it.
	 */
	static void guarded(Runnable action) {
		try {
			action.run();
		}
		catch (RuntimeException ex) {
			String message = "Call of Amazon Bedrock Runtime goes on without what threw an exception: "
					+ "an observation handler, convention, predicate or listener, or what adds metadata";
			if (WARNED.compareAndSet(false, true)) {
				logger.warn(message, ex);
			}
			else {
				logger.debug(message, ex);
			}
		}
	}

}
