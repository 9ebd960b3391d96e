package io.bedrockruntime.internal.eventstream;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * The one buffer that is being decoded, with its parts: a composite buffer has several.
 * Releases the buffer as soon as nothing of it is left, and a small one at once.
 */
final class EventStreamInput {

	/**
	 * A buffer of up to this size is copied to an array that is used again and again: its
	 * view would be 240 bytes of garbage, four times what a piece of 64 bytes brings, and
	 * take longer than the copy.
	 */
	private static final int COPIED_LENGTH = 4 * 1024;

	private static final int FIRST_CAPACITY = 256;

	private ByteBuffer copy = ByteBuffer.allocate(0);

	private @Nullable DataBuffer buffer;

	private DataBuffer.@Nullable ByteBufferIterator parts;

	private @Nullable ByteBuffer part;

	void accept(DataBuffer buffer) {
		release();
		this.buffer = buffer;
		int length = buffer.readableByteCount();
		if (length > COPIED_LENGTH) {
			this.parts = buffer.readableByteBuffers();
			return;
		}
		if (length > this.copy.capacity()) {
			int doubled = Math.max(FIRST_CAPACITY, 2 * this.copy.capacity());
			this.copy = ByteBuffer.allocate(Math.max(length, Math.min(doubled, COPIED_LENGTH)));
		}
		buffer.read(this.copy.array(), 0, length);
		release();
		this.part = this.copy.clear().limit(length);
	}

	/**
	 * Return the part to read on in.
	 * @return a buffer that has bytes left, or {@code null} if nothing is left
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
