package io.bedrockruntime.benchmarks.memory;

import java.util.function.ToIntFunction;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

/**
 * Asks for all values at once and counts them.
 *
 * @param <T> the type of value
 */
final class TallySubscriber<T> implements CoreSubscriber<T> {

	private final ToIntFunction<? super T> content;

	private final Tally tally = new Tally();

	private boolean complete;

	private @Nullable Throwable failure;

	TallySubscriber(ToIntFunction<? super T> content) {
		this.content = content;
	}

	@Override
	public void onSubscribe(Subscription subscription) {
		subscription.request(Long.MAX_VALUE);
	}

	@Override
	public void onNext(T value) {
		this.tally.event(this.content.applyAsInt(value));
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
	 * Return what has come, all of it: the whole stream runs on the thread that
	 * subscribes.
	 */
	Tally tally() {
		if (!this.complete) {
			throw new IllegalStateException("Stream did not end well", this.failure);
		}
		return this.tally;
	}

}
