package io.bedrockruntime.internal;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Operators of {@link Flux}.
 *
 * @param <T> the type of value
 */
final class FluxOperators<T> implements PublisherOperators<Flux<T>> {

	private static final FluxOperators<?> INSTANCE = new FluxOperators<>();

	private FluxOperators() {
	}

	@SuppressWarnings("unchecked")
	static <T> FluxOperators<T> instance() {
		return (FluxOperators<T>) INSTANCE;
	}

	@Override
	public Flux<T> defer(Supplier<Flux<T>> supplier) {
		return Flux.defer(supplier);
	}

	@Override
	public Flux<T> deferContextual(Function<ContextView, Flux<T>> factory) {
		return Flux.deferContextual(factory);
	}

	@Override
	public Flux<T> error(Throwable failure) {
		return Flux.error(failure);
	}

	@Override
	public Flux<T> after(Mono<?> first, Flux<T> then) {
		return first.thenMany(then);
	}

	@Override
	public Flux<T> onErrorResume(Flux<T> source, Function<Throwable, Flux<T>> fallback) {
		return source.onErrorResume(fallback);
	}

	@Override
	public Flux<T> doOnEnd(Flux<T> source, Runnable onComplete, Consumer<Throwable> onError) {
		return source.doOnComplete(onComplete).doOnError(onError);
	}

	@Override
	public Flux<T> doOnSignals(Flux<T> source, Consumer<Object> onNext, Runnable onComplete,
			Consumer<Throwable> onError, Runnable onCancel) {
		return source.doOnNext(onNext).doOnComplete(onComplete).doOnError(onError).doOnCancel(onCancel);
	}

	@Override
	public Flux<T> contextWrite(Flux<T> source, Function<Context, Context> change) {
		return source.contextWrite(change);
	}

	@Override
	public Flux<T> subscribeWithin(Flux<T> source, Consumer<Runnable> wrapper) {
		return Flux.from((subscriber) -> wrapper.accept(() -> source.subscribe(subscriber)));
	}

}
