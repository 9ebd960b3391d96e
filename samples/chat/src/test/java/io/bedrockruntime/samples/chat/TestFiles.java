package io.bedrockruntime.samples.chat;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import javax.imageio.ImageIO;

/**
 * Factory of test files.
 */
final class TestFiles {

	static final byte[] PDF = "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

	private TestFiles() {
	}

	static byte[] image(String format, int width, int height) {
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = image.createGraphics();
		graphics.setPaint(new GradientPaint(0, 0, new Color(0xf2a65a), width, height, new Color(0x2b5d8a)));
		graphics.fillRect(0, 0, width, height);
		graphics.dispose();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			ImageIO.write(image, format, bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/** Append bytes to a file, which all formats here allow. */
	static byte[] padded(byte[] data, int size) {
		byte[] padded = Arrays.copyOf(data, size);
		Arrays.fill(padded, data.length, size, (byte) ' ');
		return padded;
	}

	static Path write(Path folder, String name, byte[] data) {
		try {
			return Files.write(folder.resolve(name), data);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
