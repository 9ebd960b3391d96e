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
 * Operators that {@link Mono} and {@link Flux} share, so that logic which is the same for
 * both is written once. They add nothing to what Reactor assembles.
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
	 * Make the publisher when it is subscribed to.
	 */
	P defer(Supplier<P> supplier);

	/**
	 * Make the publisher from the context of its subscriber.
	 */
	P deferContextual(Function<ContextView, P> factory);

	/**
	 * Return a publisher that fails.
	 */
	P error(Throwable failure);

	/**
	 * Let a publisher follow when another one has completed.
	 */
	P after(Mono<?> first, P then);

	/**
	 * Let another publisher follow when one has failed.
	 */
	P onErrorResume(P source, Function<Throwable, P> fallback);

	/**
	 * Watch the end of a publisher.
	 */
	P doOnEnd(P source, Runnable onComplete, Consumer<Throwable> onError);

	/**
	 * Watch all signals of a publisher.
	 */
	P doOnSignals(P source, Consumer<Object> onNext, Runnable onComplete, Consumer<Throwable> onError,
			Runnable onCancel);

	/**
	 * Change the context that a publisher sees.
	 */
	P contextWrite(P source, Function<Context, Context> change);

	/**
	 * Run each subscription to a publisher inside something else.
	 * @param wrapper runs the subscription, once and before it returns
	 */
	P subscribeWithin(P source, Consumer<Runnable> wrapper);

}
