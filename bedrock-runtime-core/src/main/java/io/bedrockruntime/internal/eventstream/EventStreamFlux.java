package io.bedrockruntime.internal.eventstream;

import java.util.function.Supplier;

import io.bedrockruntime.eventstream.EventStreamDecoder;
import io.bedrockruntime.eventstream.EventStreamLimits;
import org.reactivestreams.Publisher;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBuffer;

/**
 * Flux of values that are decoded from a stream of buffers. Backpressure is propagated to
 * the source: a buffer is requested only when the subscriber has requested all values of
 * the previous one, and at most one buffer is held. Every buffer is released, however the
 * stream ends, and cancelling the stream cancels its source. Each subscription decodes
 * with a new reader and decoder.
 *
 * @param <T> the type of value
 * @since 0.1.0
 */
public final class EventStreamFlux<T> extends Flux<T> {

	private final Publisher<? extends DataBuffer> source;

	private final Supplier<? extends EventStreamReader<? extends T>> readers;

	private final EventStreamLimits limits;

	private final EventStreamTimeouts timeouts;

	private EventStreamFlux(Publisher<? extends DataBuffer> source,
			Supplier<? extends EventStreamReader<? extends T>> readers, EventStreamLimits limits,
			EventStreamTimeouts timeouts) {
		this.source = source;
		this.readers = readers;
		this.limits = limits;
		this.timeouts = timeouts;
	}

	/**
	 * Decode a stream of buffers.
	 * @param <T> the type of value
	 * @param source the buffers
	 * @param readers creates a reader for each subscription
	 * @param limits the bounds on a message
	 * @param timeouts the timeouts
	 * @return the values
	 */
	public static <T> EventStreamFlux<T> decode(Publisher<? extends DataBuffer> source,
			Supplier<? extends EventStreamReader<? extends T>> readers, EventStreamLimits limits,
			EventStreamTimeouts timeouts) {
		return new EventStreamFlux<>(source, readers, limits, timeouts);
	}

	@Override
	public void subscribe(CoreSubscriber<? super T> actual) {
		this.source.subscribe(new EventStreamSubscriber<T>(actual, this.readers.get(),
				new EventStreamDecoder(this.limits), this.timeouts));
	}

}
