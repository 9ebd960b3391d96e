package io.bedrockruntime.eventstream;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;

import io.bedrockruntime.testdata.Choices;

/**
 * Bytes that a peer might send: messages that are intact, damaged, in the wrong order,
 * with wrong lengths under valid checksums, or bytes that are not messages.
 */
public final class StreamSamples {

	private final Choices choices;

	public StreamSamples(Choices choices) {
		this.choices = choices;
	}

	/** Return a stream of these messages, damaged or not. */
	public byte[] stream(List<byte[]> messages) {
		List<byte[]> frames = new ArrayList<>(messages);
		int damages = this.choices.below(3);
		for (int i = 0; i < damages && !frames.isEmpty(); i++) {
			damage(frames);
		}
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		frames.forEach(out::writeBytes);
		byte[] bytes = out.toByteArray();
		return this.choices.chance(15) ? Arrays.copyOf(bytes, this.choices.below(bytes.length + 1)) : bytes;
	}

	private void damage(List<byte[]> frames) {
		int at = this.choices.below(frames.size());
		byte[] frame = frames.get(at);
		switch ((frame.length < Prelude.SHORTEST_MESSAGE) ? 2 : this.choices.below(10)) {
			case 0 -> frames.add(at, frame);
			case 1 -> Collections.swap(frames, at, this.choices.below(frames.size()));
			case 2 -> frames.remove(at);
			case 3 -> frames.set(at, flipped(frame));
			case 4 -> frames.set(at, Arrays.copyOf(frame, this.choices.below(frame.length)));
			case 5 -> frames.set(at, inserted(frame));
			case 6 -> frames.set(at, withLengths(frame, length(), ByteBuffer.wrap(frame).getInt(4)));
			case 7 -> frames.set(at, withLengths(frame, ByteBuffer.wrap(frame).getInt(0), length()));
			case 8 -> frames.set(at, withLengths(frame, length(), length()));
			default -> frames.set(at, frame(garbage(), garbage()));
		}
	}

	private byte[] flipped(byte[] frame) {
		byte[] copy = frame.clone();
		copy[this.choices.below(copy.length)] ^= (byte) (1 << this.choices.below(8));
		return copy;
	}

	private byte[] inserted(byte[] frame) {
		int at = this.choices.below(frame.length + 1);
		byte[] extra = garbage();
		byte[] result = Arrays.copyOf(frame, frame.length + extra.length);
		System.arraycopy(extra, 0, result, at, extra.length);
		System.arraycopy(frame, at, result, at + extra.length, frame.length - at);
		return result;
	}

	private int length() {
		return switch (this.choices.below(6)) {
			case 0 -> this.choices.below(200);
			case 1 -> this.choices.below(30 * 1024 * 1024);
			case 2 -> this.choices.of(0, -1, 11, 12, 15, 16, 17, 128 * 1024, 128 * 1024 + 1, 24 * 1024 * 1024);
			case 3 -> this.choices.of(Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE - 1,
					Integer.MAX_VALUE - 16, 24 * 1024 * 1024 + 16, 24 * 1024 * 1024 + 17);
			default -> this.choices.anyInt();
		};
	}

	/** Return a copy with other lengths and matching checksums. */
	static byte[] withLengths(byte[] frame, int total, int headers) {
		byte[] copy = frame.clone();
		ByteBuffer buffer = ByteBuffer.wrap(copy);
		buffer.putInt(0, total).putInt(4, headers).putInt(8, crc(copy, 8));
		if (total >= Prelude.SHORTEST_MESSAGE && total <= copy.length) {
			buffer.putInt(total - 4, crc(copy, total - 4));
		}
		return copy;
	}

	/** Return a message with the given header block. */
	public static byte[] frame(byte[] headers, byte[] payload) {
		byte[] frame = new byte[Prelude.SHORTEST_MESSAGE + headers.length + payload.length];
		ByteBuffer buffer = ByteBuffer.wrap(frame).putInt(frame.length).putInt(headers.length);
		buffer.putInt(crc(frame, 8)).put(headers).put(payload);
		buffer.putInt(crc(frame, frame.length - 4));
		return frame;
	}

	private static int crc(byte[] bytes, int length) {
		CRC32 crc = new CRC32();
		crc.update(bytes, 0, length);
		return (int) crc.getValue();
	}

	/** Return random bytes, or headers that are almost valid. */
	public byte[] garbage() {
		if (this.choices.chance(50)) {
			return this.choices.bytes(this.choices.below(64));
		}
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		for (int i = this.choices.below(6); i > 0; i--) {
			byte[] name = this.choices.bytes(this.choices.below(4));
			out.write(this.choices.chance(5) ? 255 : name.length);
			for (byte character : name) {
				out.write(this.choices.chance(5) ? character : character & 0x7f);
			}
			int type = this.choices.below(this.choices.chance(5) ? 256 : 10);
			out.write(type);
			out.writeBytes(value(type));
		}
		return out.toByteArray();
	}

	private byte[] value(int type) {
		return switch (type) {
			case HeaderType.BYTE -> this.choices.bytes(1);
			case HeaderType.SHORT -> this.choices.bytes(2);
			case HeaderType.INTEGER -> this.choices.bytes(4);
			case HeaderType.LONG, HeaderType.TIMESTAMP -> this.choices.bytes(8);
			case HeaderType.UUID -> this.choices.bytes(16);
			case HeaderType.BYTE_ARRAY, HeaderType.STRING -> {
				byte[] value = this.choices.bytes(this.choices.below(20));
				int declaredLength = this.choices.chance(10) ? this.choices.below(65_536) : value.length;
				yield ByteBuffer.allocate(2 + value.length).putShort((short) declaredLength).put(value).array();
			}
			default -> new byte[0];
		};
	}

	/**
	 * Return the same bytes in pieces: a few, one per byte, or with empty ones in
	 * between.
	 */
	public List<byte[]> pieces(byte[] bytes) {
		List<byte[]> pieces = new ArrayList<>();
		int largest = this.choices.of(bytes.length + 1, 1, 3, 20, 200);
		Random random = new Random(this.choices.anyInt());
		int from = 0;
		while (from < bytes.length) {
			int to = Math.min(bytes.length, from + ((largest == 1) ? 1 : random.nextInt(largest + 1)));
			pieces.add(Arrays.copyOfRange(bytes, from, to));
			from = to;
		}
		return pieces;
	}

}
