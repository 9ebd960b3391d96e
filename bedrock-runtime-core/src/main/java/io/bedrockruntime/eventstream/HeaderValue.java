package io.bedrockruntime.eventstream;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

import org.springframework.util.Assert;

/**
 * Value of an event stream header, one record per type of value. The ten types of the
 * format are nine records, because its two boolean types are the two values of one
 * record.
 *
 * @since 0.1.0
 */
public sealed interface HeaderValue {

	/**
	 * A boolean (types 0 and 1).
	 *
	 * @param value the value
	 */
	record BooleanValue(boolean value) implements HeaderValue {
	}

	/**
	 * An 8-bit signed integer (type 2).
	 *
	 * @param value the value
	 */
	record ByteValue(byte value) implements HeaderValue {
	}

	/**
	 * A 16-bit signed integer (type 3).
	 *
	 * @param value the value
	 */
	record ShortValue(short value) implements HeaderValue {
	}

	/**
	 * A 32-bit signed integer (type 4).
	 *
	 * @param value the value
	 */
	record IntegerValue(int value) implements HeaderValue {
	}

	/**
	 * A 64-bit signed integer (type 5).
	 *
	 * @param value the value
	 */
	record LongValue(long value) implements HeaderValue {
	}

	/**
	 * A byte array of at most 32767 bytes (type 6).
	 *
	 * @param value the bytes, copied in and out
	 */
	record ByteArrayValue(byte[] value) implements HeaderValue {

		/**
		 * Create an instance.
		 * @param value the bytes
		 */
		public ByteArrayValue {
			Assert.isTrue(value.length <= MAX_LENGTH, "'value' must not be longer than 32767 bytes");
			value = value.clone();
		}

		/**
		 * Return the bytes.
		 * @return a copy of the bytes
		 */
		@Override
		public byte[] value() {
			return this.value.clone();
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof ByteArrayValue that && Arrays.equals(this.value, that.value);
		}

		@Override
		public int hashCode() {
			return Arrays.hashCode(this.value);
		}

		@Override
		public String toString() {
			return "ByteArrayValue[value=" + HexFormat.of().formatHex(this.value) + "]";
		}

	}

	/**
	 * A text of at most 32767 bytes in UTF-8 (type 7).
	 *
	 * @param value the text
	 */
	record StringValue(String value) implements HeaderValue {
	}

	/**
	 * A point in time, in milliseconds (type 8).
	 *
	 * @param value the point in time
	 */
	record TimestampValue(Instant value) implements HeaderValue {
	}

	/**
	 * A UUID (type 9).
	 *
	 * @param value the value
	 */
	record UuidValue(UUID value) implements HeaderValue {
	}

	/**
	 * Longest string or byte array of a header, in bytes.
	 */
	int MAX_LENGTH = 32767;

}
