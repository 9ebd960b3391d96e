package io.bedrockruntime.emulator.internal.format.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Iterator;
import java.util.Locale;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

import io.bedrockruntime.emulator.internal.support.Sha256;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Image in a request, as far as the emulator can decode it.
 *
 * @param bytes the bytes
 * @param width the width, or 0 when the emulator cannot read the format
 * @param height the height, or 0 when the emulator cannot read the format
 * @param format the format by its Java name, in lower case
 */
record ImageInput(byte[] bytes, int width, int height, String format) {

	private static final int GRID = 8;

	/** Maximum number of pixels that are decoded, as many as a model accepts. */
	private static final long MOST_PIXELS = 4096L * 4096;

	/** Read an image from base64, or return null if the text is not base64. */
	static @Nullable ImageInput read(JsonNode base64) {
		return base64.isString() ? read(base64.asString("")) : null;
	}

	static @Nullable ImageInput read(String base64) {
		try {
			byte[] bytes = Base64.getDecoder().decode(base64);
			return (bytes.length == 0) ? null : look(bytes);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/** Read an image from a data URI. */
	static @Nullable ImageInput readDataUri(JsonNode uri) {
		String value = uri.asString("");
		int comma = value.indexOf(";base64,");
		return (value.startsWith("data:image/") && comma > 0) ? read(value.substring(comma + 8)) : null;
	}

	/** Return whether the size is known. */
	boolean isReadable() {
		return this.width > 0;
	}

	FeatureVector vector(int dimensions) {
		FeatureVector vector = new FeatureVector(dimensions);
		BufferedImage image = decode();
		if (image == null) {
			// For an unknown format, only the bytes can be compared.
			for (int i = 0; i + 4 <= this.bytes.length; i += 4) {
				vector.add("bytes " + this.bytes[i] + this.bytes[i + 1] + this.bytes[i + 2] + this.bytes[i + 3], 1);
			}
			return vector.add("image " + Sha256.hex(this.bytes), 1);
		}
		for (int y = 0; y < GRID; y++) {
			for (int x = 0; x < GRID; x++) {
				int colour = image.getRGB((2 * x + 1) * image.getWidth() / (2 * GRID),
						(2 * y + 1) * image.getHeight() / (2 * GRID));
				for (int shift = 0; shift <= 16; shift += 8) {
					vector.add("pixel " + x + "," + y + "," + shift, ((colour >> shift) & 0xff) / 127.5 - 1);
				}
			}
		}
		return vector;
	}

	private @Nullable BufferedImage decode() {
		if (!isReadable() || (long) this.width * this.height > MOST_PIXELS) {
			return null;
		}
		try {
			return ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(this.bytes)));
		}
		catch (IOException | RuntimeException ex) {
			return null;
		}
	}

	private static ImageInput look(byte[] bytes) {
		try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
			Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
			if (readers.hasNext()) {
				ImageReader reader = readers.next();
				try {
					reader.setInput(input);
					return new ImageInput(bytes, reader.getWidth(0), reader.getHeight(0),
							reader.getFormatName().toLowerCase(Locale.ROOT));
				}
				finally {
					reader.dispose();
				}
			}
		}
		catch (IOException | RuntimeException ex) {
			// handled as an unknown format
		}
		return new ImageInput(bytes, 0, 0, "");
	}

	@Override
	public String toString() {
		return "ImageInput[" + this.width + "x" + this.height + ", " + this.bytes.length + " bytes]";
	}

}
