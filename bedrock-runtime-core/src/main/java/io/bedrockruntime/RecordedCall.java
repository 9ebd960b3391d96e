package io.bedrockruntime;

import java.util.concurrent.atomic.AtomicBoolean;

import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.observation.BedrockRuntimeObservationContext;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * A call that is observed, logged or both. It has ended before its caller sees the end,
 * so whoever waits for the call finds its span and metrics.
 */
final class RecordedCall extends CallObservation {

	/** Where Reactor's context has the current observation. */
	private static final String KEY = "micrometer.observation";

	private final Observation observation;

	private final BedrockRuntimeObservationContext context;

	private final AnswerRecorder answers;

	private final CallLog log;

	private final AtomicBoolean ended = new AtomicBoolean();

	/**
	 * Create an instance.
	 * @param observation the observation, a no-op if the call is only logged
	 * @param context what is known of the call
	 */
	RecordedCall(Observation observation, BedrockRuntimeObservationContext context) {
		this.observation = observation;
		this.context = context;
		this.answers = new AnswerRecorder(context);
		this.log = new CallLog(context);
	}

	/**
	 * Start as a child of what the caller observes. That is in Reactor's context, and
	 * also in a scope while this starts: for parents, tracing asks the thread first.
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

	<T> Mono<T> observe(Mono<T> answer) {
		return answer.doOnSuccess(this::succeed)
			.doOnError(this::fail)
			.doOnCancel(this::cancel)
			.contextWrite(this::makeCurrent);
	}

	<T> Flux<T> observe(Flux<T> events) {
		return events.doOnNext(this.answers::event)
			.doOnComplete(() -> end(null))
			.doOnError(this::fail)
			.doOnCancel(this::cancel)
			.contextWrite(this::makeCurrent);
	}

	private Context makeCurrent(Context context) {
		return this.observation.isNoop() ? context : context.put(KEY, this.observation);
	}

	@Override
	void goesTo(Target target) {
		this.context.setTarget(target.region(), target.endpoint());
	}

	@Override
	void attempted(int number) {
		this.context.setAttempts(number);
	}

	@Override
	void retried() {
		this.context.setRetries(this.context.retries() + 1);
	}

	@Override
	void answered(ResponseMetadata response) {
		this.log.answered(this.context.response());
		this.context.setResponse(response);
	}

	/**
	 * Open a scope, as the HTTP client asks the thread for the parent of its observation
	 * when it is subscribed to. The scope is closed right after, for what follows is on
	 * other threads.
	 */
	@Override
	<T> Mono<T> inScope(Mono<T> attempt) {
		return this.observation.isNoop() ? attempt
				: Mono.fromDirect((subscriber) -> inScope(this.observation, () -> attempt.subscribe(subscriber)));
	}

	@Override
	<T> Flux<T> inScope(Flux<T> attempt) {
		return this.observation.isNoop() ? attempt
				: Flux.from((subscriber) -> inScope(this.observation, () -> attempt.subscribe(subscriber)));
	}

	private static void inScope(Observation observation, Runnable action) {
		Observation.Scope[] scope = { Observation.Scope.NOOP };
		Observations.guarded(() -> scope[0] = observation.openScope());
		try {
			action.run();
		}
		finally {
			Observations.guarded(scope[0]::close);
		}
	}

	private void succeed(@Nullable Object answer) {
		if (answer != null) {
			this.answers.answer(answer);
		}
		end(null);
	}

	private void fail(Throwable failure) {
		end(failure);
	}

	private void cancel() {
		if (this.ended.compareAndSet(false, true)) {
			// Who leaves after all has come has not cut anything short.
			this.context.setCancelled(!this.answers.isWhole());
			tell(null);
		}
	}

	private void end(@Nullable Throwable failure) {
		if (this.ended.compareAndSet(false, true)) {
			tell(failure);
		}
	}

	private void tell(@Nullable Throwable failure) {
		this.answers.end(failure == null);
		Observations.guarded(() -> {
			if (failure != null) {
				this.observation.error(failure);
			}
			this.observation.stop();
		});
		Observations.guarded(() -> this.log.end(failure));
	}

}
