package io.bedrockruntime;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

import io.bedrockruntime.exception.BedrockRuntimeClientException;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.Exceptions;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Signal;
import reactor.core.scheduler.Schedulers;

/**
 * Events between the thread that delivers them and the one that reads them. The end comes
 * through the queue like an event, so that an error is read after all that came before
 * it; and a cancel wakes the reader. Reactor's own blocking iterator does neither.
 *
 * @param <T> the type of event
 */
final class EventQueue<T> extends BaseSubscriber<T> implements Iterator<T> {

	/** How many events may wait for the reader; the network waits for the rest. */
	private static final int READ_AHEAD = 16;

	private static final int REFILL = READ_AHEAD / 2;

	/** Has room for the end, and for the note that this was closed. */
	private final BlockingQueue<Signal<T>> signals = new ArrayBlockingQueue<>(READ_AHEAD + 2);

	private @Nullable Signal<T> next;

	private int taken;

	@Override
	protected void hookOnSubscribe(Subscription subscription) {
		subscription.request(READ_AHEAD);
	}

	@Override
	protected void hookOnNext(T event) {
		this.signals.add(Signal.next(event));
	}

	@Override
	protected void hookOnComplete() {
		this.signals.add(Signal.complete());
	}

	@Override
	protected void hookOnError(Throwable failure) {
		this.signals.add(Signal.error(failure));
	}

	@Override
	protected void hookOnCancel() {
		this.signals.clear();
		this.signals.offer(Signal.error(new IllegalStateException("Event stream was closed before its end")));
	}

	@Override
	public boolean hasNext() {
		Signal<T> signal = this.next;
		if (signal == null) {
			signal = take();
			this.next = signal;
		}
		if (signal.getThrowable() != null) {
			throw Exceptions.propagate(signal.getThrowable());
		}
		return signal.hasValue();
	}

	@Override
	public T next() {
		T event = (hasNext() && this.next != null) ? this.next.get() : null;
		if (event == null) {
			throw new NoSuchElementException();
		}
		this.next = null;
		if (++this.taken == REFILL) {
			this.taken = 0;
			request(REFILL);
		}
		return event;
	}

	private Signal<T> take() {
		if (Schedulers.isInNonBlockingThread()) {
			cancel();
			throw new IllegalStateException("Event stream must not be waited for on an event loop");
		}
		try {
			return this.signals.take();
		}
		catch (InterruptedException ex) {
			cancel();
			Thread.currentThread().interrupt();
			throw new BedrockRuntimeClientException("Thread was interrupted while it waited for an event", ex);
		}
	}

}
