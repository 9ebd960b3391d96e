package io.bedrockruntime.internal;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Operators of {@link Mono}.
 *
 * @param <T> the type of value
 */
final class MonoOperators<T> implements PublisherOperators<Mono<T>> {

	private static final MonoOperators<?> INSTANCE = new MonoOperators<>();

	private MonoOperators() {
	}

	@SuppressWarnings("unchecked")
	static <T> MonoOperators<T> instance() {
		return (MonoOperators<T>) INSTANCE;
	}

	@Override
	public Mono<T> defer(Supplier<Mono<T>> supplier) {
		return Mono.defer(supplier);
	}

	@Override
	public Mono<T> deferContextual(Function<ContextView, Mono<T>> factory) {
		return Mono.deferContextual(factory);
	}

	@Override
	public Mono<T> error(Throwable failure) {
		return Mono.error(failure);
	}

	@Override
	public Mono<T> after(Mono<?> first, Mono<T> then) {
		return first.then(then);
	}

	@Override
	public Mono<T> onErrorResume(Mono<T> source, Function<Throwable, Mono<T>> fallback) {
		return source.onErrorResume(fallback);
	}

	@Override
	public Mono<T> doOnEnd(Mono<T> source, Runnable onComplete, Consumer<Throwable> onError) {
		return source.doOnSuccess((value) -> onComplete.run()).doOnError(onError);
	}

	@Override
	public Mono<T> doOnSignals(Mono<T> source, Consumer<Object> onNext, Runnable onComplete,
			Consumer<Throwable> onError, Runnable onCancel) {
		return source.doOnSuccess((value) -> {
			if (value != null) {
				onNext.accept(value);
			}
			onComplete.run();
		}).doOnError(onError).doOnCancel(onCancel);
	}

	@Override
	public Mono<T> contextWrite(Mono<T> source, Function<Context, Context> change) {
		return source.contextWrite(change);
	}

	@Override
	public Mono<T> subscribeWithin(Mono<T> source, Consumer<Runnable> wrapper) {
		return Mono.fromDirect((subscriber) -> wrapper.accept(() -> source.subscribe(subscriber)));
	}

}
