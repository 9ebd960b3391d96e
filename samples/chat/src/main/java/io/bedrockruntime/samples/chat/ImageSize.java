package io.bedrockruntime.samples.chat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import io.bedrockruntime.model.content.ImageFormat;
import org.jspecify.annotations.Nullable;

/**
 * Size of an image, read from its header. Nothing is decoded, so that a small file cannot
 * cause a large allocation.
 *
 * @param width the width in pixels
 * @param height the height in pixels
 */
record ImageSize(int width, int height) {

	/**
	 * Return the size of an image.
	 * @param format the format of the image
	 * @param data the content of the image
	 * @return the size, or {@code null} if it cannot be read
	 */
	static @Nullable ImageSize of(ImageFormat format, byte[] data) {
		ByteBuffer buffer = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
		try {
			if (format.equals(ImageFormat.PNG)) {
				buffer.order(ByteOrder.BIG_ENDIAN);
				return new ImageSize(buffer.getInt(16), buffer.getInt(20));
			}
			if (format.equals(ImageFormat.GIF)) {
				return new ImageSize(unsigned(buffer, 6), unsigned(buffer, 8));
			}
			return format.equals(ImageFormat.JPEG) ? jpeg(buffer.order(ByteOrder.BIG_ENDIAN)) : webp(buffer);
		}
		catch (IndexOutOfBoundsException ex) {
			return null;
		}
	}

	/**
	 * Find the size in the segment that begins a frame. The segments before it state
	 * their lengths.
	 */
	private static @Nullable ImageSize jpeg(ByteBuffer buffer) {
		int at = 2;
		while ((buffer.get(at) & 0xff) == 0xff) {
			int marker = buffer.get(at + 1) & 0xff;
			if (marker == 0xff) {
				at++;
			}
			else if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
				return new ImageSize(unsigned(buffer, at + 7), unsigned(buffer, at + 5));
			}
			else {
				at += 2 + unsigned(buffer, at + 2);
			}
		}
		return null;
	}

	private static @Nullable ImageSize webp(ByteBuffer buffer) {
		byte[] chunk = new byte[4];
		buffer.get(12, chunk);
		return switch (new String(chunk, StandardCharsets.ISO_8859_1)) {
			case "VP8 " -> new ImageSize(unsigned(buffer, 26) & 0x3fff, unsigned(buffer, 28) & 0x3fff);
			case "VP8L" -> {
				int bits = buffer.getInt(21);
				yield new ImageSize((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
			}
			case "VP8X" -> new ImageSize((buffer.getInt(24) & 0xffffff) + 1, (buffer.getInt(26) >>> 8) + 1);
			default -> null;
		};
	}

	private static int unsigned(ByteBuffer buffer, int at) {
		return buffer.getShort(at) & 0xffff;
	}

	boolean isWithin(int side) {
		return this.width > 0 && this.width <= side && this.height > 0 && this.height <= side;
	}

}
