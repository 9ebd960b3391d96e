package io.bedrockruntime.internal.eventstream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import io.bedrockruntime.eventstream.EventStreamFrame;
import io.bedrockruntime.eventstream.EventStreamLimits;
import io.bedrockruntime.eventstream.Messages;
import io.bedrockruntime.exception.ChecksumMismatchException;
import io.bedrockruntime.exception.TruncatedStreamException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link EventStreamFlux}.
 */
class EventStreamFluxTests {

	private static final Duration WAIT = Duration.ofSeconds(10);

	private static final String LAST = TextReader.LAST;

	private final NettyDataBufferFactory factory = new NettyDataBufferFactory(PooledByteBufAllocator.DEFAULT);

	private final List<ByteBuf> buffers = new ArrayList<>();

	@AfterEach
	void everyBufferIsReleased() {
		synchronized (this.buffers) {
			assertThat(this.buffers).allMatch((buffer) -> buffer.refCnt() == 0);
		}
	}

	@Test
	void whenStreamIsCompleteThenCompletes() {
		StepVerifier.create(decode(Flux.just(buffer("a", "b"), buffer(LAST)), EventStreamTimeouts.none()))
			.expectNext("a", "b", LAST)
			.expectComplete()
			.verify(WAIT);
	}

	@Test
	void whenCutAtEveryByteThenDecodesTheSame() {
		byte[] bytes = bytes("a", "b", LAST);
		Flux<DataBuffer> source = Flux.range(0, bytes.length).map((i) -> buffer(Arrays.copyOfRange(bytes, i, i + 1)));
		StepVerifier.create(decode(source, EventStreamTimeouts.none()))
			.expectNext("a", "b", LAST)
			.expectComplete()
			.verify(WAIT);
	}

	@Test
	void whenBufferIsCompositeThenItsPartsAreDecoded() {
		byte[] bytes = bytes("a", "b", LAST);
		DataBuffer joined = this.factory.join(List.of(buffer(Arrays.copyOf(bytes, 30)),
				buffer(Arrays.copyOfRange(bytes, 30, 90)), buffer(Arrays.copyOfRange(bytes, 90, bytes.length))));
		StepVerifier.create(decode(Flux.just(joined), EventStreamTimeouts.none()))
			.expectNext("a", "b", LAST)
			.expectComplete()
			.verify(WAIT);
	}

	@Test
	void whenBodyEndsBeforeTheLastMessageThenFailsAfterReceivedMessages() {
		StepVerifier.create(decode(Flux.just(buffer("a", "b")), EventStreamTimeouts.none()))
			.expectNext("a", "b")
			.expectError(TruncatedStreamException.class)
			.verify(WAIT);
	}

	@Test
	void whenBodyEndsInsideAMessageThenFailsAfterReceivedMessages() {
		byte[] bytes = bytes("a", LAST);
		StepVerifier
			.create(decode(Flux.just(buffer(Arrays.copyOf(bytes, bytes.length - 1))), EventStreamTimeouts.none()))
			.expectNext("a")
			.expectError(TruncatedStreamException.class)
			.verify(WAIT);
	}

	@Test
	void whenChecksumIsWrongThenFailsAfterReceivedMessagesAndCancelsTheSource() {
		byte[] bytes = bytes("a", "b");
		bytes[bytes.length - 1] ^= 1;
		TestPublisher<DataBuffer> source = TestPublisher.create();
		StepVerifier.create(decode(source.flux(), EventStreamTimeouts.none()))
			.then(() -> source.next(buffer(bytes)))
			.expectNext("a")
			.expectError(ChecksumMismatchException.class)
			.verify(WAIT);
		source.assertCancelled();
	}

	@Test
	void whenSourceFailsThenFailsAfterReceivedMessages() {
		Flux<DataBuffer> source = Flux.concat(Flux.just(buffer("a")), Flux.error(new IllegalStateException("broken")));
		StepVerifier.create(decode(source, EventStreamTimeouts.none()))
			.expectNext("a")
			.expectErrorMessage("broken")
			.verify(WAIT);
	}

	@Test
	void whenSourceFailsAfterTheLastMessageThenCompletes() {
		Flux<DataBuffer> source = Flux.concat(Flux.just(buffer("a", LAST)),
				Flux.error(new IllegalStateException("broken")));
		StepVerifier.create(decode(source, EventStreamTimeouts.none()))
			.expectNext("a", LAST)
			.expectComplete()
			.verify(WAIT);
	}

	@Test
	void whenNothingIsRequestedThenNothingIsRequestedFromTheSource() {
		AtomicLong taken = new AtomicLong();
		Flux<DataBuffer> source = Flux.range(0, 100)
			.map((i) -> buffer("x" + i))
			.doOnNext((buffer) -> taken.incrementAndGet());
		StepVerifier.create(decode(source, EventStreamTimeouts.none()), 0)
			.then(() -> assertThat(taken).hasValue(0))
			.thenRequest(1)
			.expectNext("x0")
			.then(() -> assertThat(taken).hasValue(1))
			.thenRequest(2)
			.expectNext("x1", "x2")
			.then(() -> assertThat(taken).hasValue(3))
			.thenCancel()
			.verify(WAIT);
		assertThat(taken).hasValue(3);
	}

	@Test
	void whenDemandIsExactThenCompletesWithoutFurtherDemand() {
		StepVerifier.create(decode(Flux.just(buffer("a", LAST)), EventStreamTimeouts.none()), 2)
			.expectNext("a", LAST)
			.expectComplete()
			.verify(WAIT);
	}

	@Test
	void whenCancelledWhileHoldingABufferThenReleasesItAndCancelsTheSource() {
		TestPublisher<DataBuffer> source = TestPublisher.create();
		StepVerifier.create(decode(source.flux(), EventStreamTimeouts.none()), 1)
			.then(() -> source.next(buffer("a", "b", "c")))
			.expectNext("a")
			.thenCancel()
			.verify(WAIT);
		source.assertCancelled();
	}

	@Test
	void whenCancelledDuringAnEventThenNoFurtherEventIsEmitted() {
		List<String> received = new ArrayList<>();
		decode(Flux.just(buffer("a", "b", "c")), EventStreamTimeouts.none()).subscribe(new BaseSubscriber<>() {

			@Override
			protected void hookOnNext(String value) {
				received.add(value);
				cancel();
			}

		});
		assertThat(received).containsExactly("a");
	}

	@Test
	void whenSubscribedAgainThenDecodesAgain() {
		Flux<String> flux = decode(Flux.defer(() -> Flux.just(buffer("a", LAST))), EventStreamTimeouts.none());
		for (int i = 0; i < 2; i++) {
			StepVerifier.create(flux).expectNext("a", LAST).expectComplete().verify(WAIT);
		}
	}

	@Test
	void whenSourceAndSubscriberRaceThenAllEventsAreInOrder() {
		for (int round = 0; round < 200; round++) {
			String[] texts = IntStream.range(0, 300)
				.mapToObj((i) -> (i == 299) ? LAST : "e" + i)
				.toArray(String[]::new);
			byte[] bytes = bytes(texts);
			Flux<DataBuffer> source = Flux.range(0, (bytes.length + 96) / 97)
				.map((i) -> buffer(Arrays.copyOfRange(bytes, i * 97, Math.min(bytes.length, (i + 1) * 97))))
				.publishOn(Schedulers.parallel(), 1);
			StepVerifier.create(decode(source, EventStreamTimeouts.none()).publishOn(Schedulers.boundedElastic(), 3))
				.expectNext(texts)
				.expectComplete()
				.verify(WAIT);
		}
	}

	@Test
	void whenCancelRacesWithBuffersThenNoBufferLeaks() {
		for (int round = 0; round < 500; round++) {
			CancelAfter subscriber = new CancelAfter(1 + round % 40);
			Publisher<DataBuffer> source = this::emitFromAnotherThread;
			decode(Flux.from(source), EventStreamTimeouts.none()).subscribe(subscriber);
			subscriber.done.asMono().block(WAIT);
		}
		await().atMost(WAIT).untilAsserted(this::everyBufferIsReleased);
	}

	/**
	 * A source that creates a buffer for each request and emits it even after
	 * cancellation, so that the operator receives every buffer that was created.
	 */
	private void emitFromAnotherThread(Subscriber<? super DataBuffer> subscriber) {
		subscriber.onSubscribe(new Subscription() {

			@Override
			public void request(long count) {
				Schedulers.parallel().schedule(() -> subscriber.onNext(buffer("x", "y")));
			}

			@Override
			public void cancel() {
				// the requested buffer is emitted nevertheless
			}

		});
	}

	@Test
	void whenSubscriberThrowsThenSourceIsCancelledAndNothingIsHeld() {
		AtomicReference<Subscriber<? super DataBuffer>> subscriber = new AtomicReference<>();
		AtomicBoolean cancelled = new AtomicBoolean();
		Flux<DataBuffer> source = Flux.from((actual) -> {
			subscriber.set(actual);
			actual.onSubscribe(Operators.emptySubscription());
		});
		decode(source.doOnCancel(() -> cancelled.set(true)), EventStreamTimeouts.none())
			.subscribe(new BaseSubscriber<>() {

				@Override
				protected void hookOnNext(String value) {
					throw new NoClassDefFoundError("subscriber");
				}

			});
		assertThatExceptionOfType(NoClassDefFoundError.class)
			.isThrownBy(() -> subscriber.get().onNext(buffer("a", "b")));
		assertThat(cancelled).isTrue();
		subscriber.get().onNext(buffer("c"));
		subscriber.get().onComplete();
	}

	@Test
	void whenReaderThrowsAnErrorThenSubscriberReceivesItAndSourceIsCancelled() {
		TestPublisher<DataBuffer> source = TestPublisher.create();
		Flux<String> flux = EventStreamFlux.decode(source.flux(), BrokenReader::new, EventStreamLimits.defaults(),
				EventStreamTimeouts.none());
		StepVerifier.create(flux)
			.then(() -> source.next(buffer("a", "b")))
			.expectError(NoClassDefFoundError.class)
			.verify(WAIT);
		source.assertCancelled();
	}

	private Flux<String> decode(Flux<DataBuffer> source, EventStreamTimeouts timeouts) {
		return EventStreamFlux.decode(source, TextReader::new, EventStreamLimits.defaults(), timeouts);
	}

	private DataBuffer buffer(String... texts) {
		return buffer(bytes(texts));
	}

	private DataBuffer buffer(byte[] bytes) {
		ByteBuf buffer = PooledByteBufAllocator.DEFAULT.directBuffer(Math.max(1, bytes.length));
		buffer.writeBytes(bytes);
		synchronized (this.buffers) {
			this.buffers.add(buffer);
		}
		return this.factory.wrap(buffer);
	}

	private static byte[] bytes(String... texts) {
		return Messages.concatenate(Arrays.stream(texts).map(Messages::event).toList());
	}

	private static final class CancelAfter extends BaseSubscriber<String> {

		private final Sinks.Empty<Void> done = Sinks.empty();

		private int remaining;

		private CancelAfter(int remaining) {
			this.remaining = remaining;
		}

		@Override
		protected void hookOnNext(String value) {
			if (--this.remaining == 0) {
				Schedulers.boundedElastic().schedule(() -> {
					cancel();
					this.done.tryEmitEmpty();
				});
			}
		}

	}

	private static final class BrokenReader implements EventStreamReader<String> {

		@Override
		public String read(EventStreamFrame frame) {
			throw new NoClassDefFoundError("reader");
		}

		@Override
		public boolean isComplete() {
			return false;
		}

		@Override
		public void endOfStream() {
			throw new AssertionError("not reached");
		}

	}

}
