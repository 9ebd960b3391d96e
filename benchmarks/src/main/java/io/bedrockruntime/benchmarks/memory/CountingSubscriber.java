package io.bedrockruntime.benchmarks.memory;

import java.util.function.ToIntFunction;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

/**
 * Subscriber that requests all values at once and counts them.
 *
 * @param <T> the type of value
 */
final class CountingSubscriber<T> implements CoreSubscriber<T> {

	private final ToIntFunction<? super T> content;

	private final EventCount count = new EventCount();

	private boolean complete;

	private @Nullable Throwable failure;

	CountingSubscriber(ToIntFunction<? super T> content) {
		this.content = content;
	}

	@Override
	public void onSubscribe(Subscription subscription) {
		subscription.request(Long.MAX_VALUE);
	}

	@Override
	public void onNext(T value) {
		this.count.event(this.content.applyAsInt(value));
	}

	@Override
	public void onError(Throwable failure) {
		this.failure = failure;
	}

	@Override
	public void onComplete() {
		this.complete = true;
	}

	/**
	 * Return the count of all values: the stream is emitted completely on the thread that
	 * subscribes.
	 */
	EventCount count() {
		if (!this.complete) {
			throw new IllegalStateException("The stream did not complete", this.failure);
		}
		return this.count;
	}

}
