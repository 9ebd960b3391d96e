package io.bedrockruntime;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/**
 * Scanner over JSON where it lies, for the two shapes that a stream repeats thousands of
 * times. It knows objects of numbers, strings and objects without white space, which is
 * how the service writes them. Whatever it does not know it declines, and the JSON mapper
 * reads it: this one only ever gives the mapper's answer sooner.
 */
final class JsonScanner {

	private static final String ESCAPES = "\"\\/bfnrt";

	private static final String ESCAPED = "\"\\/\b\f\n\r\t";

	/**
	 * What decoding puts for bytes that are no UTF-8; a genuine one goes to the mapper as
	 * well.
	 */
	private static final char MALFORMED = '\uFFFD';

	private ByteBuffer buffer = ByteBuffer.allocate(0);

	private int position;

	private int end;

	private final byte[] scratch = new byte[256];

	void reset(ByteBuffer buffer, int start, int end) {
		this.buffer = buffer;
		this.position = start;
		this.end = end;
	}

	/**
	 * Go over these bytes if they stand here.
	 * @param expected what may stand here
	 * @return whether it did
	 */
	boolean accept(byte[] expected) {
		if (this.end - this.position < expected.length) {
			return false;
		}
		for (int i = 0; i < expected.length; i++) {
			if (this.buffer.get(this.position + i) != expected[i]) {
				return false;
			}
		}
		this.position += expected.length;
		return true;
	}

	boolean atEnd() {
		return this.position == this.end;
	}

	/**
	 * Read a number of up to nine digits.
	 * @return the number, or -1 if none stands here
	 */
	int number() {
		int start = this.position;
		int value = 0;
		while (this.position < this.end && this.position - start < 9) {
			int digit = this.buffer.get(this.position) - '0';
			if (digit < 0 || digit > 9) {
				break;
			}
			value = value * 10 + digit;
			this.position++;
		}
		boolean leadingZero = this.position - start > 1 && this.buffer.get(start) == '0';
		return (this.position == start || leadingZero) ? -1 : value;
	}

	/**
	 * Read the rest of a string after its opening quote.
	 * @return the text, or {@code null} if the string has an escape that is not known
	 * here or does not end
	 */
	@Nullable String string() {
		int start = this.position;
		boolean plain = true;
		int i = start;
		for (; i < this.end; i++) {
			byte character = this.buffer.get(i);
			if (character == '"') {
				break;
			}
			if (character == '\\') {
				plain = false;
				i++;
			}
			else if (character >= 0 && character < ' ') {
				return null;
			}
		}
		if (i >= this.end) {
			return null;
		}
		this.position = i + 1;
		return text(start, i - start, plain);
	}

	/**
	 * Go over the rest of a string after its opening quote, without making a text of it
	 * where it is plain.
	 * @return whether it is a string that {@link #string()} can read
	 */
	boolean skipString() {
		for (int i = this.position; i < this.end; i++) {
			byte character = this.buffer.get(i);
			if (character == '"') {
				this.position = i + 1;
				return true;
			}
			// What is not ASCII is negative.
			if (character < ' ' || character == '\\') {
				return string() != null;
			}
		}
		return false;
	}

	/**
	 * Read the rest of a string of base64 after its opening quote.
	 * @return the bytes, or {@code null} if this is no string of base64
	 */
	byte @Nullable [] base64() {
		int start = this.position;
		int i = start;
		while (i < this.end && this.buffer.get(i) != '"') {
			i++;
		}
		// Java's decoder takes text without its padding, which the mapper does not.
		if (i >= this.end || (i - start) % 4 != 0) {
			return null;
		}
		this.position = i + 1;
		try {
			ByteBuffer decoded = Base64.getDecoder().decode(this.buffer.slice(start, i - start));
			byte[] array = decoded.array();
			return (array.length == decoded.limit()) ? array : Arrays.copyOf(array, decoded.limit());
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private @Nullable String text(int start, int length, boolean plain) {
		byte[] bytes = (length > this.scratch.length) ? new byte[length] : this.scratch;
		this.buffer.get(start, bytes, 0, length);
		String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
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
