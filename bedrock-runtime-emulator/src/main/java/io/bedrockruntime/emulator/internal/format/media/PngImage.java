package io.bedrockruntime.emulator.internal.format.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

import io.bedrockruntime.emulator.internal.support.Sha256;

/**
 * PNG image that is determined by a seed: a symmetric mosaic of sixteen colours. It is
 * encoded here, which keeps it at a few kilobytes for any size.
 */
public final class PngImage {

	private static final byte[] SIGNATURE = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

	private static final int CELLS = 16;

	private final byte[] seed;

	private final int width;

	private final int height;

	private final boolean transparent;

	/** The first colour is the background, which may be transparent. */
	public PngImage(byte[] seed, int width, int height, boolean transparent) {
		this.seed = seed;
		this.width = width;
		this.height = height;
		this.transparent = transparent;
	}

	public byte[] encode() {
		ByteArrayOutputStream png = new ByteArrayOutputStream();
		png.writeBytes(SIGNATURE);
		// four bits per pixel, an index into the palette
		chunk(png, "IHDR",
				ByteBuffer.allocate(13)
					.putInt(this.width)
					.putInt(this.height)
					.put(new byte[] { 4, 3, 0, 0, 0 })
					.array());
		chunk(png, "PLTE", random("palette", 3 * CELLS));
		if (this.transparent) {
			chunk(png, "tRNS", new byte[] { 0 });
		}
		chunk(png, "IDAT", pixels());
		chunk(png, "IEND", new byte[0]);
		return png.toByteArray();
	}

	private byte[] pixels() {
		byte[] mosaic = random("mosaic", CELLS * CELLS / 2);
		int stride = 1 + (this.width + 1) / 2;
		byte[] row = new byte[stride];
		Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
		try {
			ByteArrayOutputStream packed = new ByteArrayOutputStream();
			int drawn = -1;
			for (int y = 0; y < this.height; y++) {
				int cell = y * CELLS / this.height;
				if (cell != drawn) {
					row(row, mosaic, cell);
					drawn = cell;
				}
				deflater.setInput(row);
				drain(deflater, packed);
			}
			deflater.finish();
			drain(deflater, packed);
			return packed.toByteArray();
		}
		finally {
			deflater.end();
		}
	}

	private void row(byte[] row, byte[] mosaic, int y) {
		Arrays.fill(row, (byte) 0);
		for (int x = 0; x < this.width; x++) {
			int cell = x * CELLS / this.width;
			int mirrored = Math.min(cell, CELLS - 1 - cell);
			int colour = mosaic[y * CELLS / 2 + mirrored] & 0xf;
			if (this.transparent && (mosaic[y * CELLS / 2 + mirrored] & 0x10) != 0) {
				colour = 0;
			}
			row[1 + x / 2] |= (byte) ((x % 2 == 0) ? colour << 4 : colour);
		}
	}

	private static void drain(Deflater deflater, ByteArrayOutputStream packed) {
		byte[] buffer = new byte[4096];
		int count = deflater.deflate(buffer);
		while (count > 0) {
			packed.write(buffer, 0, count);
			count = deflater.deflate(buffer);
		}
	}

	private byte[] random(String purpose, int length) {
		StringBuilder hex = new StringBuilder();
		for (int i = 0; hex.length() < 2 * length; i++) {
			byte[] salt = (purpose + i).getBytes(StandardCharsets.UTF_8);
			hex.append(
					Sha256.hex(ByteBuffer.allocate(this.seed.length + salt.length).put(this.seed).put(salt).array()));
		}
		byte[] bytes = new byte[length];
		for (int i = 0; i < length; i++) {
			bytes[i] = (byte) Integer.parseInt(hex, 2 * i, 2 * i + 2, 16);
		}
		return bytes;
	}

	private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
		byte[] typed = ByteBuffer.allocate(4 + data.length)
			.put(type.getBytes(StandardCharsets.US_ASCII))
			.put(data)
			.array();
		CRC32 crc = new CRC32();
		crc.update(typed);
		png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
		png.writeBytes(typed);
		png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
	}

}
