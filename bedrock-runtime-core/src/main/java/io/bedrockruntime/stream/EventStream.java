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
 * Events of a call, read as they arrive, each once and by one thread at a time. The call
 * continues until the last event was read or the stream is closed, so close the stream:
 * that ends the HTTP exchange, and the service stops generating. Waiting for an event
 * throws a {@link BedrockRuntimeException} if the call failed, after all earlier events
 * were read, and a {@link CancellationException} if the stream was closed before its end,
 * even by another thread.
 *
 * @param <T> the type of event
 * @since 0.1.0
 */
public final class EventStream<T> implements Iterable<T>, AutoCloseable {

	/** The number of events to buffer for the reader; the rest stays in the network. */
	private static final int READ_AHEAD = 16;

	/** The events and, as the last element, the end of the call. */
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
	 * Subscribe to events.
	 * @param <T> the type of event
	 * @param events the events
	 * @return the events, to be closed by the caller
	 * @throws IllegalStateException on a thread that must not block
	 */
	public static <T> EventStream<T> of(Flux<T> events) {
		BlockingCalls.checkThread();
		Sinks.Empty<Void> closing = Sinks.empty();
		// Reactor's iterator throws a failure before the buffered events are read, and
		// does not wake up a waiting thread when it is closed. So the failure is its
		// last element, and closing is its end.
		Iterator<Signal<T>> signals = events.contextCapture()
			.materialize()
			.takeUntilOther(closing.asMono())
			.toStream(READ_AHEAD)
			.iterator();
		return new EventStream<>(signals, closing);
	}

	/**
	 * Return the events as a stream. The end of the stream does not close this object.
	 * @return the events; closing the stream closes this object
	 */
	public Stream<T> stream() {
		return this.stream;
	}

	/**
	 * Return an iterator that continues after the last event read: a loop that was left
	 * can be followed by another one.
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
				throw BlockingCalls.translateInterruption(ex);
			}
			if (!available || EventStream.this.closed) {
				throw new CancellationException("Event stream was closed before its end");
			}
			Signal<T> signal = EventStream.this.signals.next();
			Throwable failure = signal.getThrowable();
			if (failure != null) {
				// The failure is from another thread: add the stack of the reader.
				failure.addSuppressed(new Exception("Event stream was read here"));
			}
			return signal;
		}

	}

}
