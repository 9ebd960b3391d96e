package io.bedrockruntime.internal.event;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/**
 * Decoder of padded base64 within an array. Java's decoder takes three times as long for
 * a typical chunk of a response. It decodes long values, where it can use vector
 * instructions.
 */
final class Base64Text {

	private static final int SHORT_LENGTH = 1024;

	private static final byte PADDING = '=';

	private static final int[] BITS = new int[256];

	static {
		Arrays.fill(BITS, -1);
		String digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
		for (int i = 0; i < digits.length(); i++) {
			BITS[digits.charAt(i)] = i;
		}
	}

	private Base64Text() {
	}

	/**
	 * Decode a part of an array.
	 * @return the bytes, or {@code null} if this is not valid base64 with padding
	 */
	static byte @Nullable [] decode(byte[] text, int from, int to) {
		int length = to - from;
		if (length % 4 != 0) {
			return null;
		}
		if (length == 0 || length > SHORT_LENGTH) {
			return decodeLong(text, from, length);
		}
		int padding = (text[to - 1] != PADDING) ? 0 : (text[to - 2] != PADDING) ? 1 : 2;
		byte[] bytes = new byte[length / 4 * 3 - padding];
		int at = from;
		for (int i = 0; i < bytes.length - 2; i += 3) {
			// An invalid digit makes the value negative.
			int bits = BITS[text[at] & 0xFF] << 18 | BITS[text[at + 1] & 0xFF] << 12 | BITS[text[at + 2] & 0xFF] << 6
					| BITS[text[at + 3] & 0xFF];
			if (bits < 0) {
				return null;
			}
			bytes[i] = (byte) (bits >> 16);
			bytes[i + 1] = (byte) (bits >> 8);
			bytes[i + 2] = (byte) bits;
			at += 4;
		}
		return (padding == 0 || decodeLast(text, at, bytes, padding)) ? bytes : null;
	}

	private static boolean decodeLast(byte[] text, int at, byte[] bytes, int padding) {
		int bits = BITS[text[at] & 0xFF] << 18 | BITS[text[at + 1] & 0xFF] << 12;
		if (padding == 1) {
			bits |= BITS[text[at + 2] & 0xFF] << 6;
			bytes[bytes.length - 1] = (byte) (bits >> 8);
		}
		bytes[bytes.length - 3 + padding] = (byte) (bits >> 16);
		return bits >= 0;
	}

	private static byte @Nullable [] decodeLong(byte[] text, int from, int length) {
		try {
			ByteBuffer decoded = Base64.getDecoder().decode(ByteBuffer.wrap(text, from, length));
			byte[] array = decoded.array();
			return (array.length == decoded.limit()) ? array : Arrays.copyOf(array, decoded.limit());
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
