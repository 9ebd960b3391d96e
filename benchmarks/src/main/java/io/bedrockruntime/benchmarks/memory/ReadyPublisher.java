package io.bedrockruntime.benchmarks.memory;

import java.util.List;
import java.util.function.Consumer;

import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Buffers that are there already, given on demand on the thread that asks. They are made
 * once and made ready to be read again each time, so that their own cost is next to
 * nothing.
 *
 * @param <T> the type of buffer
 */
final class ReadyPublisher<T> implements Publisher<T> {

	private final List<T> pieces;

	private final Consumer<T> rewind;

	ReadyPublisher(List<T> pieces, Consumer<T> rewind) {
		this.pieces = pieces;
		this.rewind = rewind;
	}

	@Override
	public void subscribe(Subscriber<? super T> subscriber) {
		subscriber.onSubscribe(new Emission(subscriber));
	}

	/**
	 * One subscriber's way through the pieces. It is told of one after the other, however
	 * deep in its own calls it asks for more.
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
			while (!this.done && this.demand > 0 && this.next < ReadyPublisher.this.pieces.size()) {
				this.demand--;
				T piece = ReadyPublisher.this.pieces.get(this.next++);
				ReadyPublisher.this.rewind.accept(piece);
				this.subscriber.onNext(piece);
			}
			if (!this.done && this.next == ReadyPublisher.this.pieces.size()) {
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
