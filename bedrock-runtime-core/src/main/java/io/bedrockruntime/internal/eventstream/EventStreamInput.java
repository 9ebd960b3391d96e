package io.bedrockruntime.internal.eventstream;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * Input of the decoder: the current buffer and its parts, as a composite buffer has
 * several. The buffer is released as soon as all its bytes are read, and a small one
 * immediately.
 */
final class EventStreamInput {

	/**
	 * A buffer of up to this size is copied to a reused array. A view of the buffer would
	 * be 240 bytes of garbage, four times the data of a piece of 64 bytes, and take
	 * longer than the copy.
	 */
	private static final int MAX_COPIED_LENGTH = 4 * 1024;

	private static final int INITIAL_CAPACITY = 256;

	private ByteBuffer copy = ByteBuffer.allocate(0);

	private @Nullable DataBuffer buffer;

	private DataBuffer.@Nullable ByteBufferIterator parts;

	private @Nullable ByteBuffer part;

	void accept(DataBuffer buffer) {
		release();
		this.buffer = buffer;
		int length = buffer.readableByteCount();
		if (length > MAX_COPIED_LENGTH) {
			this.parts = buffer.readableByteBuffers();
			return;
		}
		if (length > this.copy.capacity()) {
			int doubled = Math.max(INITIAL_CAPACITY, 2 * this.copy.capacity());
			this.copy = ByteBuffer.allocate(Math.max(length, Math.min(doubled, MAX_COPIED_LENGTH)));
		}
		buffer.read(this.copy.array(), 0, length);
		release();
		this.part = this.copy.clear().limit(length);
	}

	/**
	 * Return the part to read next.
	 * @return a buffer with remaining bytes, or {@code null} if no bytes are left
	 */
	@Nullable ByteBuffer remaining() {
		ByteBuffer part = this.part;
		while (part == null || !part.hasRemaining()) {
			if (this.parts == null || !this.parts.hasNext()) {
				release();
				return null;
			}
			part = this.parts.next();
			this.part = part;
		}
		return part;
	}

	void release() {
		this.part = null;
		if (this.parts != null) {
			this.parts.close();
			this.parts = null;
		}
		if (this.buffer != null) {
			DataBufferUtils.release(this.buffer);
			this.buffer = null;
		}
	}

}
