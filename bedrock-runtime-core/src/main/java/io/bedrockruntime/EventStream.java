package io.bedrockruntime;

import java.util.Iterator;
import java.util.stream.Stream;

import io.bedrockruntime.exception.BedrockRuntimeException;
import reactor.core.publisher.Flux;

/**
 * Events of a call, read one after the other as they come. It can be gone through once,
 * by one thread at a time. The call goes on until the last event was read or this is
 * closed, so close it: that ends the HTTP exchange, and the service stops generating.
 * Waiting for an event throws a {@link BedrockRuntimeException} if the call failed, after
 * all events that came before were read.
 *
 * @param <T> the type of event
 * @since 0.1.0
 */
public final class EventStream<T> implements Iterable<T>, AutoCloseable {

	/** How many events may wait for the reader; the network waits for the rest. */
	private static final int READ_AHEAD = 16;

	private final Stream<T> stream;

	private EventStream(Stream<T> stream) {
		this.stream = stream;
	}

	/**
	 * Subscribe to events and return them for reading.
	 * @param <T> the type of event
	 * @param events the events
	 * @return the events for reading, to be closed by the caller
	 */
	public static <T> EventStream<T> of(Flux<T> events) {
		return new EventStream<>(events.toStream(READ_AHEAD));
	}

	/**
	 * Return the events as a stream, whose end closes nothing by itself.
	 * @return the events, closed with this or by closing the stream
	 */
	public Stream<T> stream() {
		return this.stream;
	}

	@Override
	public Iterator<T> iterator() {
		return this.stream.iterator();
	}

	@Override
	public void close() {
		this.stream.close();
	}

}
