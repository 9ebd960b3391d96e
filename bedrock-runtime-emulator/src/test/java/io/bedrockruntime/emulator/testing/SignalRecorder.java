package io.bedrockruntime.emulator.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Subscriber that records all its signals, including those that violate the rules.
 */
public final class SignalRecorder implements Subscriber<Object> {

	private final List<Object> values = new ArrayList<>();

	private final List<Object> ends = new ArrayList<>();

	private final List<String> violations = new ArrayList<>();

	private final CountDownLatch ended = new CountDownLatch(1);

	private @Nullable Subscription subscription;

	public static SignalRecorder of(Publisher<?> publisher) {
		SignalRecorder recorder = new SignalRecorder();
		publisher.subscribe(recorder);
		return recorder;
	}

	@Override
	public synchronized void onSubscribe(Subscription subscription) {
		if (this.subscription != null) {
			this.violations.add("second subscription");
		}
		this.subscription = subscription;
		subscription.request(Long.MAX_VALUE);
	}

	@Override
	public synchronized void onNext(Object value) {
		if (!this.ends.isEmpty()) {
			this.violations.add("value behind the end");
		}
		this.values.add(value);
	}

	@Override
	public synchronized void onError(Throwable failure) {
		end(failure);
	}

	@Override
	public synchronized void onComplete() {
		end("completed");
	}

	private void end(Object end) {
		if (!this.ends.isEmpty()) {
			this.violations.add("another end: " + end);
		}
		this.ends.add(end);
		this.ended.countDown();
	}

	public boolean await(Duration timeout) throws InterruptedException {
		return this.ended.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
	}

	public synchronized List<Object> values() {
		return List.copyOf(this.values);
	}

	/** The end of the stream: a failure or a word; empty if it has not ended. */
	public synchronized List<Object> ends() {
		return List.copyOf(this.ends);
	}

	public synchronized List<String> violations() {
		return List.copyOf(this.violations);
	}

}
