package io.bedrockruntime.internal.eventstream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.bedrockruntime.eventstream.EventStreamLimits;
import io.bedrockruntime.eventstream.Messages;
import io.bedrockruntime.exception.CallTimeoutException;
import io.bedrockruntime.exception.IdleTimeoutException;
import io.bedrockruntime.exception.ResponseTimeoutException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the timeouts of {@link EventStreamFlux}.
 */
class EventStreamTimeoutsTests {

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
	void whenFirstMessageIsNotReceivedThenResponseTimeoutExpires() {
		EventStreamTimeouts timeouts = new EventStreamTimeouts(Duration.ofMinutes(5), Duration.ofMinutes(1), null);
		StepVerifier.withVirtualTime(() -> decode(Flux.never(), timeouts))
			.expectSubscription()
			.expectNoEvent(Duration.ofMinutes(5).minusMillis(1))
			.thenAwait(Duration.ofMillis(1))
			.expectError(ResponseTimeoutException.class)
			.verify(WAIT);
	}

	@Test
	void whenNoMessageFollowsThenIdleTimeoutExpires() {
		EventStreamTimeouts timeouts = new EventStreamTimeouts(Duration.ofMinutes(5), Duration.ofMinutes(1), null);
		StepVerifier.withVirtualTime(() -> decode(Flux.concat(Flux.just(buffer("a")), Flux.never()), timeouts))
			.expectNext("a")
			.expectNoEvent(Duration.ofMinutes(1).minusMillis(1))
			.thenAwait(Duration.ofMillis(1))
			.expectError(IdleTimeoutException.class)
			.verify(WAIT);
	}

	@Test
	void whenBytesArriveWithoutACompleteMessageThenIdleTimeoutExpires() {
		EventStreamTimeouts timeouts = new EventStreamTimeouts(null, Duration.ofSeconds(10), null);
		byte[] bytes = bytes("a", "b");
		int first = bytes("a").length;
		StepVerifier
			.withVirtualTime(
					() -> decode(
							Flux.concat(Flux.just(buffer(Arrays.copyOf(bytes, first))), Flux
								.interval(Duration.ofSeconds(1))
								.map((i) -> buffer(
										Arrays.copyOfRange(bytes, first + i.intValue(), first + i.intValue() + 1)))),
							timeouts))
			.expectNext("a")
			.expectNoEvent(Duration.ofSeconds(9))
			.thenAwait(Duration.ofSeconds(1))
			.expectError(IdleTimeoutException.class)
			.verify(WAIT);
	}

	@Test
	void whenSubscriberIsSlowThenIdleTimeoutDoesNotExpire() {
		EventStreamTimeouts timeouts = new EventStreamTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(10), null);
		StepVerifier.withVirtualTime(() -> decode(Flux.just(buffer("a", "b"), buffer(LAST)), timeouts), 1)
			.expectNext("a")
			.thenAwait(Duration.ofHours(1))
			.thenRequest(1)
			.expectNext("b")
			.thenAwait(Duration.ofHours(1))
			.thenRequest(1)
			.expectNext(LAST)
			.expectComplete()
			.verify(WAIT);
	}

	@Test
	void whenCallTakesTooLongThenCallTimeoutExpiresDespiteEvents() {
		EventStreamTimeouts timeouts = new EventStreamTimeouts(null, null, Duration.ofSeconds(10));
		StepVerifier
			.withVirtualTime(() -> decode(Flux.interval(Duration.ofSeconds(4)).map((i) -> buffer("e" + i)), timeouts))
			.thenAwait(Duration.ofSeconds(10))
			.expectNext("e0", "e1")
			.expectError(CallTimeoutException.class)
			.verify(WAIT);
	}

	@Test
	void whenBodyStaysOpenAfterTheLastMessageThenCompletesAfterGracePeriod() {
		Sinks.Many<DataBuffer> body = Sinks.many().unicast().onBackpressureBuffer();
		StepVerifier.withVirtualTime(() -> decode(body.asFlux(), new EventStreamTimeouts(null, null, null)))
			.then(() -> body.tryEmitNext(buffer(LAST)))
			.expectNext(LAST)
			.thenAwait(Duration.ofSeconds(2))
			.expectComplete()
			.verify(WAIT);
	}

	@Test
	void whenTimeoutExpiresImmediatelyThenSubscriberIsSubscribedFirst() {
		List<String> signals = new CopyOnWriteArrayList<>();
		decode(Flux.never(), new EventStreamTimeouts(null, null, Duration.ZERO)).subscribe(new BaseSubscriber<>() {

			@Override
			protected void hookOnSubscribe(Subscription subscription) {
				signals.add("onSubscribe");
			}

			@Override
			protected void hookOnError(Throwable ex) {
				signals.add(ex.getClass().getSimpleName());
			}

		});
		assertThat(signals).containsExactly("onSubscribe", "CallTimeoutException");
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

}
