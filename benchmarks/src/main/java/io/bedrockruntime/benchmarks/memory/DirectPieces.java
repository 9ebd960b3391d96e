package io.bedrockruntime.benchmarks.memory;

import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import org.reactivestreams.Publisher;

import org.springframework.core.io.buffer.NettyDataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;

/**
 * A stream in the buffers in which the client gets it: pooled, direct and counted. Each
 * is held once here and once more for whoever reads it, who gives it back as it does in a
 * client.
 */
final class DirectPieces implements AutoCloseable {

	private final List<NettyDataBuffer> buffers;

	private final Publisher<NettyDataBuffer> publisher;

	DirectPieces(List<byte[]> pieces) {
		NettyDataBufferFactory factory = new NettyDataBufferFactory(PooledByteBufAllocator.DEFAULT);
		this.buffers = pieces.stream()
			.map((piece) -> factory
				.wrap(PooledByteBufAllocator.DEFAULT.directBuffer(piece.length, piece.length).writeBytes(piece)))
			.toList();
		this.publisher = new ReadyPublisher<>(this.buffers, (buffer) -> buffer.retain().readPosition(0));
	}

	Publisher<NettyDataBuffer> publisher() {
		return this.publisher;
	}

	/**
	 * Return whether all that was lent has come back.
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
