package io.bedrockruntime.stream;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.bedrockruntime.exception.BedrockRuntimeException;
import io.bedrockruntime.internal.BlockingCalls;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Signal;
import reactor.core.publisher.Sinks;

/**
 * Events of a call, read one after the other as they come, each once and by one thread at
 * a time. The call goes on until the last event was read or this is closed, so close it:
 * that ends the HTTP exchange, and the service stops generating. Waiting for an event
 * throws a {@link BedrockRuntimeException} if the call failed, after all events that came
 * before were read, and a {@link CancellationException} if this was closed before the
 * end, be it by another thread.
 *
 * @param <T> the type of event
 * @since 0.1.0
 */
public final class EventStream<T> implements Iterable<T>, AutoCloseable {

	/** How many events may wait for the reader; the network waits for the rest. */
	private static final int READ_AHEAD = 16;

	/** The events and, as the last of them, how the call ended. */
	private final Iterator<Signal<T>> signals;

	private final Sinks.Empty<Void> closing;

	private final Events events = new Events();

	private final Stream<T> stream;

	private volatile boolean closed;

	private EventStream(Iterator<Signal<T>> signals, Sinks.Empty<Void> closing) {
		this.signals = signals;
		this.closing = closing;
		int characteristics = Spliterator.ORDERED | Spliterator.NONNULL;
		this.stream = StreamSupport.stream(Spliterators.spliteratorUnknownSize(this.events, characteristics), false)
			.onClose(this::close);
	}

	/**
	 * Subscribe to events and return them for reading.
	 * @param <T> the type of event
	 * @param events the events
	 * @return the events for reading, to be closed by the caller
	 * @throws IllegalStateException on a thread that must not block
	 */
	public static <T> EventStream<T> of(Flux<T> events) {
		BlockingCalls.checkThread();
		Sinks.Empty<Void> closing = Sinks.empty();
		// Reactor's iterator throws a failure ahead of the events that still wait to be
		// read, and a thread that waits in it does not notice that it is closed. So the
		// failure goes through it as the last element, and closing as its end.
		Iterator<Signal<T>> signals = events.contextCapture()
			.materialize()
			.takeUntilOther(closing.asMono())
			.toStream(READ_AHEAD)
			.iterator();
		return new EventStream<>(signals, closing);
	}

	/**
	 * Return the events as a stream, whose end closes nothing by itself.
	 * @return the events, closed with this or by closing the stream
	 */
	public Stream<T> stream() {
		return this.stream;
	}

	/**
	 * Return the events for going on where reading stopped: a loop that was left can be
	 * followed by another one.
	 */
	@Override
	public Iterator<T> iterator() {
		return this.events;
	}

	@Override
	public void close() {
		this.closed = true;
		this.closing.tryEmitEmpty();
	}

	private final class Events implements Iterator<T> {

		private @Nullable Signal<T> latest;

		@Override
		public boolean hasNext() {
			Signal<T> signal = this.latest;
			if (signal == null) {
				signal = await();
				this.latest = signal;
			}
			Throwable failure = signal.getThrowable();
			if (failure != null) {
				throw Exceptions.propagate(failure);
			}
			return signal.isOnNext();
		}

		@Override
		public T next() {
			T event = (hasNext() && this.latest != null) ? this.latest.get() : null;
			if (event == null) {
				throw new NoSuchElementException("Event stream has ended");
			}
			this.latest = null;
			return event;
		}

		private Signal<T> await() {
			boolean available;
			try {
				available = EventStream.this.signals.hasNext();
			}
			catch (RuntimeException ex) {
				close();
				throw BlockingCalls.nameInterruption(ex);
			}
			if (!available || EventStream.this.closed) {
				throw new CancellationException("Event stream was closed before its end");
			}
			Signal<T> signal = EventStream.this.signals.next();
			Throwable failure = signal.getThrowable();
			if (failure != null) {
				// It comes from another thread: say who waited for it.
				failure.addSuppressed(new Exception("Event stream was read here"));
			}
			return signal;
		}

	}

}
