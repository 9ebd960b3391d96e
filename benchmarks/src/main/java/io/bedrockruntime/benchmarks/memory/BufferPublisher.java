package io.bedrockruntime.benchmarks.memory;

import java.util.List;
import java.util.function.Consumer;

import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Publisher of buffers that exist already. It emits them on demand, on the thread that
 * requests them. They are created once and rewound for each use, so that they cost next
 * to nothing.
 *
 * @param <T> the type of buffer
 */
final class BufferPublisher<T> implements Publisher<T> {

	private final List<T> pieces;

	private final Consumer<T> rewind;

	BufferPublisher(List<T> pieces, Consumer<T> rewind) {
		this.pieces = pieces;
		this.rewind = rewind;
	}

	@Override
	public void subscribe(Subscriber<? super T> subscriber) {
		subscriber.onSubscribe(new Emission(subscriber));
	}

	/**
	 * The subscription of one subscriber. The buffers are emitted one after the other,
	 * even if the subscriber requests more from within {@code onNext}.
	 */
	private final class Emission implements Subscription {

		private final Subscriber<? super T> subscriber;

		private int next;

		private long demand;

		private boolean emitting;

		private boolean done;

		Emission(Subscriber<? super T> subscriber) {
			this.subscriber = subscriber;
		}

		@Override
		public void request(long count) {
			this.demand = (count > Long.MAX_VALUE - this.demand) ? Long.MAX_VALUE : this.demand + count;
			if (this.emitting) {
				return;
			}
			this.emitting = true;
			while (!this.done && this.demand > 0 && this.next < BufferPublisher.this.pieces.size()) {
				this.demand--;
				T piece = BufferPublisher.this.pieces.get(this.next++);
				BufferPublisher.this.rewind.accept(piece);
				this.subscriber.onNext(piece);
			}
			if (!this.done && this.next == BufferPublisher.this.pieces.size()) {
				this.done = true;
				this.subscriber.onComplete();
			}
			this.emitting = false;
		}

		@Override
		public void cancel() {
			this.done = true;
		}

	}

}
