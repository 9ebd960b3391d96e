package io.bedrockruntime.internal.eventstream;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import io.bedrockruntime.eventstream.EventStreamDecoder;
import io.bedrockruntime.eventstream.EventStreamFrame;
import io.bedrockruntime.exception.BedrockRuntimeTimeoutException;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Exceptions;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * Operator of {@link EventStreamFlux}: decodes on demand from the single buffer that it
 * holds. Every thread with a signal (from the source, the subscriber or a timeout) stores
 * the signal in a field and calls {@link #drain()}; only one thread at a time does the
 * work.
 */
final class EventStreamSubscriber<T> implements CoreSubscriber<DataBuffer>, Subscription {

	private final CoreSubscriber<? super T> actual;

	private final EventStreamReader<? extends T> reader;

	private final EventStreamDecoder decoder;

	private final EventStreamTimer timer;

	private final AtomicInteger work = new AtomicInteger();

	private final AtomicLong requested = new AtomicLong();

	private Subscription upstream = Operators.emptySubscription();

	/**
	 * Buffer that was received and not processed yet: at most one, because only one is
	 * requested at a time.
	 */
	private final AtomicReference<@Nullable DataBuffer> received = new AtomicReference<>();

	private volatile boolean ended;

	private volatile @Nullable Throwable failure;

	private volatile boolean cancelled;

	private volatile @Nullable BedrockRuntimeTimeoutException timeout;

	// The following fields are read and written only by the thread that drains.

	private final EventStreamInput input = new EventStreamInput();

	private boolean requestPending;

	private boolean terminated;

	EventStreamSubscriber(CoreSubscriber<? super T> actual, EventStreamReader<? extends T> reader,
			EventStreamDecoder decoder, EventStreamTimeouts timeouts) {
		this.actual = actual;
		this.reader = reader;
		this.decoder = decoder;
		this.timer = new EventStreamTimer(timeouts, (timeout) -> {
			this.timeout = timeout;
			drain();
		});
	}

	@Override
	public Context currentContext() {
		return this.actual.currentContext();
	}

	@Override
	public void onSubscribe(Subscription subscription) {
		this.upstream = subscription;
		this.actual.onSubscribe(this);
		this.timer.check();
	}

	@Override
	public void onNext(DataBuffer buffer) {
		DataBuffer unexpected = this.received.getAndSet(buffer);
		if (unexpected != null) {
			DataBufferUtils.release(unexpected);
			this.failure = Exceptions.failWithOverflow("Source emitted more buffers than requested");
			this.ended = true;
		}
		drain();
	}

	@Override
	public void onError(Throwable failure) {
		this.failure = failure;
		this.ended = true;
		drain();
	}

	@Override
	public void onComplete() {
		this.ended = true;
		drain();
	}

	@Override
	public void request(long count) {
		if (Operators.validate(count)) {
			this.requested.accumulateAndGet(count, Operators::addCap);
			drain();
		}
	}

	@Override
	public void cancel() {
		this.cancelled = true;
		this.upstream.cancel();
		drain();
	}

	private void drain() {
		if (this.work.getAndIncrement() != 0) {
			return;
		}
		boolean returned = false;
		try {
			int missed = 1;
			do {
				while (step()) {
					// each step returns whether another step may follow
				}
				missed = this.work.addAndGet(-missed);
			}
			while (missed != 0);
			returned = true;
		}
		finally {
			if (!returned) {
				abandon();
			}
		}
	}

	/**
	 * Release everything after a subscriber threw an exception, which the specification
	 * does not allow: the subscriber was called from the drain loop.
	 */
	private void abandon() {
		this.cancelled = true;
		this.upstream.cancel();
		discard();
		this.work.set(0);
		discard();
	}

	private boolean step() {
		if (this.terminated || this.cancelled) {
			discard();
			return false;
		}
		BedrockRuntimeTimeoutException timeout = this.timeout;
		if (timeout != null) {
			this.upstream.cancel();
			finish(timeout);
			return false;
		}
		ByteBuffer bytes = this.input.remaining();
		if (bytes == null) {
			return moreInput();
		}
		// After the last message, the end of the stream is read without demand, because
		// no more values follow.
		if (this.requested.get() == 0 && !this.reader.isComplete()) {
			return false;
		}
		return decode(bytes);
	}

	private boolean moreInput() {
		// Read in this order, because a buffer must be processed before the end.
		boolean ended = this.ended;
		// Check for null first, because it is null whenever more input is requested,
		// and the exchange costs about 6 ns per buffer.
		DataBuffer buffer = (this.received.get() != null) ? this.received.getAndSet(null) : null;
		if (buffer != null) {
			this.requestPending = false;
			this.input.accept(buffer);
			return true;
		}
		if (ended) {
			finish(this.failure);
			return false;
		}
		if (this.requestPending || (this.requested.get() == 0 && !this.reader.isComplete())) {
			return false;
		}
		this.requestPending = true;
		this.timer.waiting();
		this.upstream.request(1);
		return true;
	}

	private boolean decode(ByteBuffer bytes) {
		T value = null;
		try {
			EventStreamFrame frame = this.decoder.next(bytes);
			if (frame != null) {
				value = this.reader.read(frame);
				this.timer.message();
				if (this.reader.isComplete()) {
					this.timer.complete();
				}
			}
		}
		catch (Throwable ex) {
			// Includes errors, because no other code would terminate the subscriber.
			this.upstream.cancel();
			terminate();
			this.actual.onError(ex);
			return false;
		}
		if (value != null && this.requested.get() > 0) {
			this.actual.onNext(value);
			if (this.requested.get() != Long.MAX_VALUE) {
				this.requested.decrementAndGet();
			}
		}
		return true;
	}

	private void finish(@Nullable Throwable failure) {
		Throwable outcome = (failure != null) ? failure : incompleteness();
		terminate();
		if (outcome == null || this.reader.isComplete()) {
			this.actual.onComplete();
		}
		else {
			this.actual.onError(outcome);
		}
	}

	private @Nullable Throwable incompleteness() {
		try {
			this.decoder.endOfInput();
			this.reader.endOfStream();
			return null;
		}
		catch (RuntimeException ex) {
			return ex;
		}
	}

	private void terminate() {
		this.terminated = true;
		this.timer.stop();
		discard();
	}

	private void discard() {
		this.timer.stop();
		this.input.release();
		DataBuffer buffer = this.received.getAndSet(null);
		if (buffer != null) {
			DataBufferUtils.release(buffer);
		}
	}

}
