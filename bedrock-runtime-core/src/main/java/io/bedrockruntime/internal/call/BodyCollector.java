package io.bedrockruntime.internal.call;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

import org.springframework.core.io.buffer.DataBuffer;

/**
 * Collects a body and enforces its idle timeout, instead of four operators of Reactor,
 * which cost each call more than 1 KB. Every buffer is released, even one that arrives
 * after the end.
 */
final class BodyCollector implements CoreSubscriber<DataBuffer>, Subscription {

	private final CoreSubscriber<? super byte[]> actual;

	private final BodyAccumulator bytes;

	private final @Nullable IdleTimeout idleTimeout;

	private final AtomicBoolean over = new AtomicBoolean();

	private Subscription upstream = Operators.emptySubscription();

	/**
	 * Create an instance.
	 * @param actual receives the bytes
	 * @param bytes accumulates the bytes
	 * @param idle the maximum time between two reads, or {@code null} for no limit
	 * @param overTime creates the failure for an expired idle timeout
	 */
	BodyCollector(CoreSubscriber<? super byte[]> actual, BodyAccumulator bytes, @Nullable Duration idle,
			Supplier<? extends RuntimeException> overTime) {
		this.actual = actual;
		this.bytes = bytes;
		this.idleTimeout = (idle != null) ? new IdleTimeout(idle, () -> fail(overTime.get())) : null;
	}

	@Override
	public Context currentContext() {
		return this.actual.currentContext();
	}

	@Override
	public void onSubscribe(Subscription subscription) {
		this.upstream = subscription;
		this.actual.onSubscribe(this);
		if (this.idleTimeout != null) {
			this.idleTimeout.check();
		}
	}

	@Override
	public void request(long count) {
		// One value is requested, which needs any number of buffers.
		this.upstream.request(Long.MAX_VALUE);
	}

	@Override
	public void onNext(DataBuffer buffer) {
		try {
			this.bytes.add(buffer);
			if (this.idleTimeout != null) {
				this.idleTimeout.read();
			}
		}
		catch (RuntimeException ex) {
			fail(ex);
		}
	}

	@Override
	public void onComplete() {
		if (end()) {
			this.actual.onNext(this.bytes.toByteArray());
			this.actual.onComplete();
		}
	}

	@Override
	public void onError(Throwable failure) {
		if (end()) {
			this.actual.onError(failure);
		}
		else {
			Operators.onErrorDropped(failure, currentContext());
		}
	}

	@Override
	public void cancel() {
		end();
		this.upstream.cancel();
	}

	private void fail(RuntimeException failure) {
		if (end()) {
			this.upstream.cancel();
			this.actual.onError(failure);
		}
	}

	private boolean end() {
		boolean first = this.over.compareAndSet(false, true);
		if (first && this.idleTimeout != null) {
			this.idleTimeout.stop();
		}
		return first;
	}

}
