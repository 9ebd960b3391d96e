package io.bedrockruntime.benchmarks.memory;

import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import org.reactivestreams.Publisher;

import org.springframework.core.io.buffer.NettyDataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;

/**
 * A stream in buffers of the kind that the client receives: pooled, direct and
 * reference-counted. Each is retained once here and once for its reader, which releases
 * it as in a client.
 */
final class DirectBuffers implements AutoCloseable {

	private final List<NettyDataBuffer> buffers;

	private final Publisher<NettyDataBuffer> publisher;

	DirectBuffers(List<byte[]> pieces) {
		NettyDataBufferFactory factory = new NettyDataBufferFactory(PooledByteBufAllocator.DEFAULT);
		this.buffers = pieces.stream()
			.map((piece) -> factory
				.wrap(PooledByteBufAllocator.DEFAULT.directBuffer(piece.length, piece.length).writeBytes(piece)))
			.toList();
		this.publisher = new BufferPublisher<>(this.buffers, (buffer) -> buffer.retain().readPosition(0));
	}

	Publisher<NettyDataBuffer> publisher() {
		return this.publisher;
	}

	/**
	 * Return whether the readers have released all buffers.
	 */
	boolean areReleased() {
		return this.buffers.stream()
			.map(NettyDataBuffer::getNativeBuffer)
			.mapToInt(ByteBuf::refCnt)
			.allMatch((count) -> count == 1);
	}

	@Override
	public void close() {
		this.buffers.forEach(NettyDataBuffer::release);
	}

}
