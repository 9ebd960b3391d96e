package io.bedrockruntime.eventstream;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * The one buffer that is being decoded, with its parts: a composite buffer has several.
 * Releases the buffer as soon as nothing of it is left.
 */
final class EventStreamInput {

	private @Nullable DataBuffer buffer;

	private DataBuffer.@Nullable ByteBufferIterator parts;

	private @Nullable ByteBuffer part;

	void accept(DataBuffer buffer) {
		release();
		this.buffer = buffer;
		this.parts = buffer.readableByteBuffers();
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
