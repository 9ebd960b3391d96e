package io.bedrockruntime.internal.observe;

import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import io.bedrockruntime.internal.PublisherOperators;
import io.bedrockruntime.internal.SafeListeners;
import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.observation.BedrockRuntimeObservationContext;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Call that is observed, logged or both. The observation stops before the caller sees the
 * end of the call, so a caller that waits for the end finds the span and the metrics.
 */
public final class ObservedCall extends CallObservation {

	/** Key of the current observation in Reactor's context. */
	private static final String KEY = "micrometer.observation";

	private final Observation observation;

	private final BedrockRuntimeObservationContext context;

	private final ResponseObservationRecorder responses;

	private final CallLog log;

	private final AtomicBoolean ended = new AtomicBoolean();

	/**
	 * Create an instance.
	 * @param observation the observation, a no-op if the call is only logged
	 * @param context describes the call
	 */
	ObservedCall(Observation observation, BedrockRuntimeObservationContext context) {
		this.observation = observation;
		this.context = context;
		this.responses = new ResponseObservationRecorder(context);
		this.log = new CallLog(context);
	}

	/**
	 * Start as a child of the caller's observation. That is in Reactor's context, and
	 * also in a scope while this one starts, as tracing asks the thread for parents
	 * first.
	 */
	void start(ContextView caller) {
		Observation parent = caller.getOrDefault(KEY, null);
		if (parent == null) {
			this.observation.start();
			return;
		}
		this.observation.parentObservation(parent);
		inScope(parent, this.observation::start);
	}

	/**
	 * Observe the response of the call.
	 * @param <P> {@code Mono} or {@code Flux}
	 * @param operators the operators of that type
	 * @param response the response
	 * @return the response
	 */
	public <P extends Publisher<?>> P observe(PublisherOperators<P> operators, P response) {
		Consumer<Object> onNext = this.context.isStreaming() ? this.responses::event : this.responses::response;
		P observed = operators.doOnSignals(response, onNext, () -> end(null), this::end, this::cancel);
		return operators.contextWrite(observed, this::makeCurrent);
	}

	private Context makeCurrent(Context context) {
		return this.observation.isNoop() ? context : context.put(KEY, this.observation);
	}

	@Override
	public void movedTo(String region, URI endpoint) {
		this.context.setTarget(region, endpoint);
	}

	@Override
	public void attempted(int number) {
		this.context.setAttempts(number);
	}

	@Override
	public void retried() {
		this.context.setRetries(this.context.retries() + 1);
	}

	@Override
	public void responded(ResponseMetadata response) {
		this.log.responded(this.context.response());
		this.context.setResponse(response);
	}

	/**
	 * Open a scope, as the HTTP client asks the thread for the parent of its observation
	 * when it is subscribed to. The scope is closed right after, as later signals are on
	 * other threads.
	 */
	@Override
	public <P extends Publisher<?>> P inScope(PublisherOperators<P> operators, P attempt) {
		return this.observation.isNoop() ? attempt
				: operators.subscribeWithin(attempt, (subscription) -> inScope(this.observation, subscription));
	}

	private static void inScope(Observation observation, Runnable action) {
		Observation.Scope[] scope = { Observation.Scope.NOOP };
		SafeListeners.guarded(() -> scope[0] = observation.openScope());
		try {
			action.run();
		}
		finally {
			SafeListeners.guarded(scope[0]::close);
		}
	}

	private void cancel() {
		if (this.ended.compareAndSet(false, true)) {
			// Cancelling after the last event is not a cancellation of the call.
			this.context.setCancelled(!this.responses.isComplete());
			stop(null);
		}
	}

	private void end(@Nullable Throwable failure) {
		if (this.ended.compareAndSet(false, true)) {
			stop(failure);
		}
	}

	private void stop(@Nullable Throwable failure) {
		this.responses.end(failure == null);
		SafeListeners.guarded(() -> {
			if (failure != null) {
				this.observation.error(failure);
			}
			this.observation.stop();
		});
		SafeListeners.guarded(() -> this.log.end(failure));
	}

}
