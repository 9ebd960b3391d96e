package io.bedrockruntime.eventstream;

import java.util.function.Supplier;

import org.reactivestreams.Publisher;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBuffer;

/**
 * Values decoded from a stream of buffers. Demand goes through to the source: no buffer
 * is asked for while a subscriber has not asked for the values of the one before, and no
 * more than one is held. Every buffer is released, whichever way the stream ends, and a
 * cancelled stream cancels its source. Each subscription decodes afresh.
 *
 * @param <T> the type of value
 * @since 0.1.0
 */
public final class EventStreamFlux<T> extends Flux<T> {

	private final Publisher<? extends DataBuffer> source;

	private final Supplier<? extends EventStreamReader<? extends T>> readers;

	private final EventStreamLimits limits;

	private final EventStreamTimeouts clocks;

	private EventStreamFlux(Publisher<? extends DataBuffer> source,
			Supplier<? extends EventStreamReader<? extends T>> readers, EventStreamLimits limits,
			EventStreamTimeouts clocks) {
		this.source = source;
		this.readers = readers;
		this.limits = limits;
		this.clocks = clocks;
	}

	/**
	 * Decode a stream of buffers.
	 * @param <T> the type of value
	 * @param source the buffers
	 * @param readers makes a reader for each subscription
	 * @param limits the bounds on a message
	 * @param clocks the limits on waiting
	 * @return the values
	 */
	public static <T> EventStreamFlux<T> decode(Publisher<? extends DataBuffer> source,
			Supplier<? extends EventStreamReader<? extends T>> readers, EventStreamLimits limits,
			EventStreamTimeouts clocks) {
		return new EventStreamFlux<>(source, readers, limits, clocks);
	}

	@Override
	public void subscribe(CoreSubscriber<? super T> actual) {
		this.source.subscribe(new EventStreamSubscriber<T>(actual, this.readers.get(),
				new EventStreamDecoder(this.limits), this.clocks));
	}

}
