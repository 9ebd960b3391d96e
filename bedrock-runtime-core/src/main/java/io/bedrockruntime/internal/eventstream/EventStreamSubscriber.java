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
 * The operator behind {@link EventStreamFlux}: decodes on demand from the one buffer that
 * it holds. Whatever thread has something to say (the source, the subscriber, a clock)
 * leaves it in a field and calls {@link #drain()}; one of them at a time does the work.
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
	 * What arrived and was not taken up yet: at most one, as one at a time is asked for.
	 */
	private final AtomicReference<@Nullable DataBuffer> arrived = new AtomicReference<>();

	private volatile boolean ended;

	private volatile @Nullable Throwable failure;

	private volatile boolean cancelled;

	private volatile @Nullable BedrockRuntimeTimeoutException timeout;

	// From here on only the thread that drains reads and writes.

	private final EventStreamInput input = new EventStreamInput();

	private boolean asked;

	private boolean terminated;

	EventStreamSubscriber(CoreSubscriber<? super T> actual, EventStreamReader<? extends T> reader,
			EventStreamDecoder decoder, EventStreamClocks clocks) {
		this.actual = actual;
		this.reader = reader;
		this.decoder = decoder;
		this.timer = new EventStreamTimer(clocks, (timeout) -> {
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
		DataBuffer unexpected = this.arrived.getAndSet(buffer);
		if (unexpected != null) {
			DataBufferUtils.release(unexpected);
			this.failure = Exceptions.failWithOverflow("Source gave more buffers than it was asked for");
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
					// each step says whether another one may follow
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
	 * Leave nothing open or held after a subscriber threw, which it must not: its call
	 * came from here.
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
		// Once the stream is whole its end is read on without demand: no value is owed
		// any more.
		if (this.requested.get() == 0 && !this.reader.isComplete()) {
			return false;
		}
		return decode(bytes);
	}

	private boolean moreInput() {
		// Read in this order: what arrived comes before the end.
		boolean ended = this.ended;
		// Looked at first, as it is empty each time that more is to be asked for, and to
		// exchange it costs some 6 ns a buffer.
		DataBuffer buffer = (this.arrived.get() != null) ? this.arrived.getAndSet(null) : null;
		if (buffer != null) {
			this.asked = false;
			this.input.accept(buffer);
			return true;
		}
		if (ended) {
			finish(this.failure);
			return false;
		}
		if (this.asked || (this.requested.get() == 0 && !this.reader.isComplete())) {
			return false;
		}
		this.asked = true;
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
			// Errors included: nobody else would end the wait of the subscriber.
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
		DataBuffer buffer = this.arrived.getAndSet(null);
		if (buffer != null) {
			DataBufferUtils.release(buffer);
		}
	}

}
