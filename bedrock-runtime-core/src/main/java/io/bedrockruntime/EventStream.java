package io.bedrockruntime;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.bedrockruntime.exception.BedrockRuntimeException;
import reactor.core.publisher.Flux;

/**
 * Events of a call, read one after the other as they come. It can be gone through once,
 * by one thread at a time. The call goes on until the last event was read or this is
 * closed, so close it: that ends the HTTP exchange, and the service stops generating.
 * <p>
 * Waiting for an event throws a {@link BedrockRuntimeException} if the call failed, after
 * all events that came before were read; and an {@link IllegalStateException} if this was
 * closed, by whichever thread, or if it is waited for on an event loop. Interrupting a
 * thread that waits ends the call.
 *
 * @param <T> the type of event
 * @since 0.1.0
 */
public final class EventStream<T> implements Iterable<T>, AutoCloseable {

	private final EventQueue<T> queue;

	private EventStream(EventQueue<T> queue) {
		this.queue = queue;
	}

	/**
	 * Subscribe to events and return them for reading.
	 * @param <T> the type of event
	 * @param events the events
	 * @return the events for reading, to be closed by the caller
	 */
	public static <T> EventStream<T> of(Flux<T> events) {
		EventQueue<T> queue = new EventQueue<>();
		events.contextCapture().subscribe(queue);
		return new EventStream<>(queue);
	}

	/**
	 * Return the events as a stream, whose end closes nothing by itself.
	 * @return the events, closed with this or by closing the stream
	 */
	public Stream<T> stream() {
		return StreamSupport.stream(spliterator(), false).onClose(this::close);
	}

	@Override
	public Spliterator<T> spliterator() {
		return Spliterators.spliteratorUnknownSize(this.queue, Spliterator.ORDERED | Spliterator.NONNULL);
	}

	@Override
	public Iterator<T> iterator() {
		return this.queue;
	}

	@Override
	public void close() {
		this.queue.cancel();
	}

}
