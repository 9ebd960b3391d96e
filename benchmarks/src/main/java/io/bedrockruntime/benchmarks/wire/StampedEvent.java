package io.bedrockruntime.benchmarks.wire;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/**
 * Text delta whose text is the time at which it is written: a template, into which the
 * time and the checksum are inserted. It is used by one event loop at a time.
 */
final class StampedEvent {

	private static final int DIGITS = 19;

	private final byte[] bytes;

	private final int message;

	private final int length;

	private final int text;

	private final CRC32 crc = new CRC32();

	/**
	 * Create a template.
	 * @param chunked whether to wrap it in an HTTP/1.1 chunk
	 */
	StampedEvent(boolean chunked) {
		byte[] event = EventBytes.delta("0".repeat(DIGITS));
		this.bytes = chunked ? ServerResponse.chunk(event) : event;
		this.length = event.length;
		this.message = chunked ? this.bytes.length - this.length - 2 : 0;
		String all = new String(this.bytes, StandardCharsets.ISO_8859_1);
		this.text = all.indexOf("0".repeat(DIGITS), this.message + 12);
	}

	/**
	 * Return the event with the current time.
	 */
	ByteBuf stamp(ByteBufAllocator allocator) {
		long rest = System.nanoTime();
		for (int i = DIGITS - 1; i >= 0; i--) {
			this.bytes[this.text + i] = (byte) ('0' + rest % 10);
			rest /= 10;
		}
		this.crc.reset();
		this.crc.update(this.bytes, this.message, this.length - 4);
		int value = (int) this.crc.getValue();
		int end = this.message + this.length;
		for (int i = 1; i <= 4; i++) {
			this.bytes[end - i] = (byte) value;
			value >>>= 8;
		}
		return allocator.directBuffer(this.bytes.length).writeBytes(this.bytes);
	}

}
