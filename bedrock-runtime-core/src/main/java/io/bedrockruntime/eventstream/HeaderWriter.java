package io.bedrockruntime.eventstream;

import java.io.ByteArrayOutputStream;

import org.springframework.util.Assert;

/**
 * Big-endian writer of a message's header block.
 */
final class HeaderWriter {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream(128);

	HeaderWriter write(long value, int bytes) {
		for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8) {
			this.out.write((int) (value >>> shift));
		}
		return this;
	}

	HeaderWriter write(byte[] bytes) {
		this.out.writeBytes(bytes);
		return this;
	}

	HeaderWriter writeWithLength(byte[] bytes) {
		Assert.isTrue(bytes.length <= HeaderValue.MAX_LENGTH, "Header value must not exceed 32767 bytes");
		return write(bytes.length, Short.BYTES).write(bytes);
	}

	byte[] toByteArray() {
		return this.out.toByteArray();
	}

}
