package io.bedrockruntime.internal.call;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BodyAccumulator}.
 */
class BodyAccumulatorTests {

	private final NettyDataBufferFactory buffers = new NettyDataBufferFactory(UnpooledByteBufAllocator.DEFAULT);

	private final ByteBuf late = UnpooledByteBufAllocator.DEFAULT.buffer().writeByte(1);

	private final AtomicBoolean sent = new AtomicBoolean();

	/** A body with a buffer that arrives during its cancellation. */
	private final Flux<DataBuffer> body = Flux.from((subscriber) -> subscriber.onSubscribe(new Subscription() {

		@Override
		public void request(long count) {
			// no buffers
		}

		@Override
		public void cancel() {
			if (BodyAccumulatorTests.this.sent.compareAndSet(false, true)) {
				subscriber.onNext(BodyAccumulatorTests.this.buffers.wrap(BodyAccumulatorTests.this.late));
			}
		}

	}));

	@Test
	void whenBufferArrivesAsTheCallIsCancelledThenItIsReleased() {
		BodyAccumulator.read(this.body, -1, 100, IllegalStateException::new, null, IllegalStateException::new)
			.subscribe()
			.dispose();
		assertThat(this.late.refCnt()).isZero();
	}

	@Test
	void whenBufferArrivesAsTheTimeIsOverThenItIsReleased() {
		StepVerifier
			.create(BodyAccumulator.read(this.body, -1, 100, IllegalStateException::new, Duration.ofMillis(10),
					IllegalArgumentException::new))
			.expectError(IllegalArgumentException.class)
			.verify(Duration.ofSeconds(20));
		assertThat(this.late.refCnt()).isZero();
	}

	@Test
	void whenBufferArrivesAsTheStartIsCancelledThenItIsReleased() {
		BodyAccumulator.readStart(this.body, 100, UnaryOperator.identity()).subscribe().dispose();
		assertThat(this.late.refCnt()).isZero();
	}

}
