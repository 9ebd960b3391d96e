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
 * Accumulator of the bytes of a body in one array. The array has the declared length, if
 * there is one, or else grows.
 */
final class BodyAccumulator {

	private static final int FIRST_CAPACITY = 4 * 1024;

	/**
	 * A declared length is trusted up to this value; for longer bodies the array grows
	 * with the received bytes.
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
	 * Read a complete body.
	 * @param body the body
	 * @param announced the declared length, or -1
	 * @param limit the maximum number of bytes to accept
	 * @param overLimit creates the failure for a body beyond the limit
	 * @param idle the maximum time between two reads, or {@code null} for no limit
	 * @param overTime creates the failure for an expired idle timeout
	 * @return the bytes
	 */
	static Mono<byte[]> read(Flux<DataBuffer> body, long announced, int limit,
			Supplier<? extends RuntimeException> overLimit, @Nullable Duration idle,
			Supplier<? extends RuntimeException> overTime) {
		return Mono.fromDirect((actual) -> body.subscribe(new BodyCollector(Operators.toCoreSubscriber(actual),
				new BodyAccumulator(announced, limit, overLimit), idle, overTime)));
	}

	/**
	 * Read the beginning of a body, as much of it as arrives, and discard the rest.
	 * @param body the body
	 * @param limit the maximum number of bytes to keep
	 * @param idleTimeout limits the time between two reads. It is applied after the
	 * reading, so that a buffer that arrives while the timeout expires or the call is
	 * cancelled is released as well.
	 * @return the bytes, even if the body is truncated
	 */
	static Mono<byte[]> readStart(Flux<DataBuffer> body, int limit, UnaryOperator<Flux<Integer>> idleTimeout) {
		return Mono.defer(() -> {
			BodyAccumulator start = new BodyAccumulator(-1, limit, IllegalStateException::new);
			return idleTimeout.apply(DataBufferUtils.takeUntilByteCount(body, limit).map(start::add))
				.onErrorComplete()
				.then(Mono.fromSupplier(start::toByteArray));
		});
	}

	/**
	 * Add a buffer, and release it.
	 * @return the number of bytes so far
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
