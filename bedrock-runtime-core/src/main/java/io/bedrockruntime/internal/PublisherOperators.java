package io.bedrockruntime.internal;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Operators that {@link Mono} and {@link Flux} share, so that common logic is written
 * once. They add nothing to the operators of Reactor.
 *
 * @param <P> the type of publisher, a {@code Mono} or a {@code Flux}
 */
public sealed interface PublisherOperators<P extends Publisher<?>> permits MonoOperators, FluxOperators {

	/**
	 * Return the operators of {@code Mono}.
	 * @param <T> the type of value
	 */
	static <T> PublisherOperators<Mono<T>> mono() {
		return MonoOperators.instance();
	}

	/**
	 * Return the operators of {@code Flux}.
	 * @param <T> the type of value
	 */
	static <T> PublisherOperators<Flux<T>> flux() {
		return FluxOperators.instance();
	}

	/**
	 * Create the publisher on subscription.
	 */
	P defer(Supplier<P> supplier);

	/**
	 * Create the publisher on subscription from the context of the subscriber.
	 */
	P deferContextual(Function<ContextView, P> factory);

	/**
	 * Return a publisher that fails.
	 */
	P error(Throwable failure);

	/**
	 * Subscribe to a publisher after another one has completed.
	 */
	P after(Mono<?> first, P then);

	/**
	 * Subscribe to another publisher after one has failed.
	 */
	P onErrorResume(P source, Function<Throwable, P> fallback);

	/**
	 * Run actions at the end of a publisher.
	 */
	P doOnEnd(P source, Runnable onComplete, Consumer<Throwable> onError);

	/**
	 * Run actions for all signals of a publisher.
	 */
	P doOnSignals(P source, Consumer<Object> onNext, Runnable onComplete, Consumer<Throwable> onError,
			Runnable onCancel);

	/**
	 * Change the context that a publisher sees.
	 */
	P contextWrite(P source, Function<Context, Context> change);

	/**
	 * Run each subscription to a publisher inside a wrapper.
	 * @param wrapper runs the subscription, once and before it returns
	 */
	P subscribeWithin(P source, Consumer<Runnable> wrapper);

}
