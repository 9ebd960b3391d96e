package io.bedrockruntime.internal.call;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * Bytes of a body as they come in, in one array: of the announced length where there is
 * one, growing where there is none.
 */
final class BodyAccumulator {

	private static final int FIRST_CAPACITY = 4 * 1024;

	/**
	 * An announced length is believed up to here; beyond, the array grows with what
	 * arrives.
	 */
	private static final int BELIEVED_LENGTH = 32 * 1024 * 1024;

	private final int limit;

	private final Supplier<? extends RuntimeException> overLimit;

	private byte[] bytes;

	private int length;

	private BodyAccumulator(long announced, int limit, Supplier<? extends RuntimeException> overLimit) {
		this.limit = limit;
		this.overLimit = overLimit;
		long capacity = (announced >= 0) ? Math.min(announced, BELIEVED_LENGTH) : FIRST_CAPACITY;
		this.bytes = new byte[(int) Math.min(capacity, limit)];
	}

	/**
	 * Read a whole body.
	 * @param body the body
	 * @param announced the announced length, or -1
	 * @param limit the most bytes to take
	 * @param overLimit makes the failure of a body beyond the limit
	 * @param idle how long the body may be silent between two reads, or {@code null} for
	 * no limit
	 * @param overTime makes the failure of a body that was silent for longer
	 * @return the bytes
	 */
	static Mono<byte[]> read(Flux<DataBuffer> body, long announced, int limit,
			Supplier<? extends RuntimeException> overLimit, @Nullable Duration idle,
			Supplier<? extends RuntimeException> overTime) {
		return Mono.fromDirect((actual) -> body.subscribe(new BodyCollector(Operators.toCoreSubscriber(actual),
				new BodyAccumulator(announced, limit, overLimit), idle, overTime)));
	}

	/**
	 * Read the beginning of a body, as much of it as comes, and drop the rest.
	 * @param body the body
	 * @param limit the most bytes to keep
	 * @param clock keeps the time between two reads. It comes behind the reading, so that
	 * a buffer which arrives as the time is over, or as the call is cancelled, is
	 * released all the same.
	 * @return the bytes, also if the body breaks off
	 */
	static Mono<byte[]> readStart(Flux<DataBuffer> body, int limit, UnaryOperator<Flux<Integer>> clock) {
		return Mono.defer(() -> {
			BodyAccumulator start = new BodyAccumulator(-1, limit, IllegalStateException::new);
			return clock.apply(DataBufferUtils.takeUntilByteCount(body, limit).map(start::add))
				.onErrorComplete()
				.then(Mono.fromSupplier(start::toByteArray));
		});
	}

	/**
	 * Add a buffer, and release it.
	 * @return how many bytes there are now
	 */
	int add(DataBuffer buffer) {
		try {
			int count = buffer.readableByteCount();
			if (count > this.limit - this.length) {
				throw this.overLimit.get();
			}
			int needed = this.length + count;
			if (needed > this.bytes.length) {
				long doubled = Math.max(FIRST_CAPACITY, 2L * this.bytes.length);
				this.bytes = Arrays.copyOf(this.bytes, (int) Math.max(needed, Math.min(this.limit, doubled)));
			}
			buffer.read(this.bytes, this.length, count);
			this.length = needed;
			return needed;
		}
		finally {
			DataBufferUtils.release(buffer);
		}
	}

	byte[] toByteArray() {
		return (this.length == this.bytes.length) ? this.bytes : Arrays.copyOf(this.bytes, this.length);
	}

}
