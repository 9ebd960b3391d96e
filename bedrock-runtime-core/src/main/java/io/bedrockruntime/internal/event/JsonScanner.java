package io.bedrockruntime.internal.event;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Scanner of JSON within an array, for the two shapes that a stream repeats thousands of
 * times. It supports objects of numbers, strings and objects without white space, as the
 * service writes them. It rejects everything else, which the JSON mapper then reads: the
 * scanner is only faster and never returns another result than the mapper.
 */
final class JsonScanner {

	private static final byte[] NOTHING = {};

	private static final String ESCAPES = "\"\\/bfnrt";

	private static final String ESCAPED = "\"\\/\b\f\n\r\t";

	/**
	 * Replacement for bytes that are not valid UTF-8. Text that really contains this
	 * character is also left to the mapper.
	 */
	private static final char MALFORMED = '\uFFFD';

	private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	/** One in each byte of a word. */
	private static final long ONES = 0x0101010101010101L;

	/** The sign bit of each byte of a word, which is set in bytes that are not ASCII. */
	private static final long SIGNS = 0x80 * ONES;

	private static final int SCRATCH_LENGTH = 512;

	private byte[] scratch = NOTHING;

	private byte[] bytes = NOTHING;

	private int position;

	private int end;

	/**
	 * Start to scan another JSON text. A direct buffer is copied to an array, because an
	 * array is read in words of eight bytes; reading a direct buffer byte by byte costs
	 * four times as much as the copy.
	 */
	void reset(ByteBuffer buffer, int start, int end) {
		int length = end - start;
		if (buffer.hasArray()) {
			this.bytes = buffer.array();
			this.position = buffer.arrayOffset() + start;
		}
		else {
			this.bytes = arrayFor(length);
			buffer.get(start, this.bytes, 0, length);
			this.position = 0;
		}
		this.end = this.position + length;
	}

	/**
	 * Release the array, which may be large.
	 */
	void clear() {
		this.bytes = NOTHING;
		this.position = 0;
		this.end = 0;
	}

	private byte[] arrayFor(int length) {
		if (length > SCRATCH_LENGTH) {
			return new byte[length];
		}
		if (this.scratch.length == 0) {
			this.scratch = new byte[SCRATCH_LENGTH];
		}
		return this.scratch;
	}

	/**
	 * Skip the expected bytes if they follow.
	 * @param expected the expected bytes
	 * @return whether they were skipped
	 */
	boolean accept(byte[] expected) {
		int after = this.position + expected.length;
		if (after > this.end || !Arrays.equals(this.bytes, this.position, after, expected, 0, expected.length)) {
			return false;
		}
		this.position = after;
		return true;
	}

	boolean atEnd() {
		return this.position == this.end;
	}

	/**
	 * Read a number of up to nine digits.
	 * @return the number, or -1 if there is no valid number
	 */
	int number() {
		int start = this.position;
		int value = 0;
		while (this.position < this.end && this.position - start < 9) {
			int digit = this.bytes[this.position] - '0';
			if (digit < 0 || digit > 9) {
				break;
			}
			value = value * 10 + digit;
			this.position++;
		}
		boolean leadingZero = this.position - start > 1 && this.bytes[start] == '0';
		return (this.position == start || leadingZero) ? -1 : value;
	}

	/**
	 * Read the rest of a string after its opening quote.
	 * @return the text, or {@code null} if the string has an unknown escape or does not
	 * end
	 */
	@Nullable String string() {
		int start = this.position;
		boolean plain = true;
		int i = special(start, 0);
		while (i < this.end && this.bytes[i] == '\\') {
			plain = false;
			i = special(i + 2, 0);
		}
		if (i >= this.end || this.bytes[i] != '"') {
			return null;
		}
		this.position = i + 1;
		return text(start, i - start, plain);
	}

	/**
	 * Skip the rest of a string after its opening quote. A plain string is not decoded.
	 * @return whether {@link #string()} could read the string
	 */
	boolean skipString() {
		int i = special(this.position, SIGNS);
		if (i >= this.end || this.bytes[i] != '"') {
			return string() != null;
		}
		this.position = i + 1;
		return true;
	}

	/**
	 * Read the rest of a string of base64 after its opening quote.
	 * @return the bytes, or {@code null} if this is not a string of valid base64
	 */
	byte @Nullable [] base64() {
		int start = this.position;
		int i = special(start, SIGNS);
		if (i >= this.end || this.bytes[i] != '"') {
			return null;
		}
		this.position = i + 1;
		return Base64Text.decode(this.bytes, start, i);
	}

	/**
	 * Return the position of the next quote, backslash or control character, or a
	 * position at or after the end if there is none. Eight bytes are compared at a time,
	 * which takes a fifth of the time for a text and its padding.
	 * @param from the position to start at
	 * @param signs the sign bits to find as well
	 */
	private int special(int from, long signs) {
		byte[] bytes = this.bytes;
		int i = from;
		// A match after the end is harmless.
		for (; i < this.end && i <= bytes.length - Long.BYTES; i += Long.BYTES) {
			long word = (long) WORDS.get(bytes, i);
			long quotes = word ^ '"' * ONES;
			long backslashes = word ^ '\\' * ONES;
			// A borrow sets the sign of a byte that is zero, or less than a space. It
			// affects only later bytes, and only the first match is used.
			long found = (((quotes - ONES) & ~quotes) | ((backslashes - ONES) & ~backslashes)
					| ((word - ' ' * ONES) & ~word)) & SIGNS | word & signs;
			if (found != 0) {
				return i + Long.numberOfTrailingZeros(found) / Byte.SIZE;
			}
		}
		for (; i < this.end; i++) {
			byte character = bytes[i];
			if (character == '"' || character == '\\' || (character < ' ' && (character >= 0 || signs != 0))) {
				return i;
			}
		}
		return i;
	}

	private @Nullable String text(int start, int length, boolean plain) {
		String text = new String(this.bytes, start, length, StandardCharsets.UTF_8);
		if (text.indexOf(MALFORMED) >= 0) {
			return null;
		}
		return plain ? text : unescape(text);
	}

	private static @Nullable String unescape(String text) {
		StringBuilder result = new StringBuilder(text.length());
		int from = 0;
		int backslash = text.indexOf('\\');
		while (backslash >= 0) {
			result.append(text, from, backslash);
			char escape = text.charAt(backslash + 1);
			from = backslash + 2;
			if (escape == 'u') {
				int unit = hex(text, from);
				if (unit < 0) {
					return null;
				}
				result.append((char) unit);
				from += 4;
			}
			else {
				int known = ESCAPES.indexOf(escape);
				if (known < 0) {
					return null;
				}
				result.append(ESCAPED.charAt(known));
			}
			backslash = text.indexOf('\\', from);
		}
		return result.append(text, from, text.length()).toString();
	}

	private static int hex(String text, int from) {
		if (from + 4 > text.length()) {
			return -1;
		}
		int unit = 0;
		for (int i = from; i < from + 4; i++) {
			char character = text.charAt(i);
			int digit = (character < 128) ? Character.digit(character, 16) : -1;
			if (digit < 0) {
				return -1;
			}
			unit = unit * 16 + digit;
		}
		return unit;
	}

}
