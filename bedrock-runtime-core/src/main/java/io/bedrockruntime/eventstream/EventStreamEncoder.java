package io.bedrockruntime.eventstream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32;

import io.bedrockruntime.eventstream.HeaderValue.BooleanValue;
import io.bedrockruntime.eventstream.HeaderValue.ByteArrayValue;
import io.bedrockruntime.eventstream.HeaderValue.ByteValue;
import io.bedrockruntime.eventstream.HeaderValue.IntegerValue;
import io.bedrockruntime.eventstream.HeaderValue.LongValue;
import io.bedrockruntime.eventstream.HeaderValue.ShortValue;
import io.bedrockruntime.eventstream.HeaderValue.StringValue;
import io.bedrockruntime.eventstream.HeaderValue.TimestampValue;
import io.bedrockruntime.eventstream.HeaderValue.UuidValue;

import org.springframework.util.Assert;

/**
 * Encoder of event stream messages.
 *
 * @since 0.1.0
 */
public final class EventStreamEncoder {

	private EventStreamEncoder() {
	}

	/**
	 * Encode a message with both of its checksums.
	 * @param message the message
	 * @return the encoded message
	 * @throws IllegalArgumentException if a header's name or value does not fit the
	 * format
	 */
	public static byte[] encode(EventStreamMessage message) {
		byte[] headers = encodeHeaders(message.headers());
		byte[] payload = message.payload();
		int total = Math.addExact(Math.addExact(headers.length, payload.length), Prelude.LENGTH + Prelude.CRC_LENGTH);
		byte[] bytes = new byte[total];
		ByteBuffer buffer = ByteBuffer.wrap(bytes);
		CRC32 crc = new CRC32();
		buffer.putInt(total).putInt(headers.length);
		crc.update(bytes, 0, buffer.position());
		buffer.putInt((int) crc.getValue());
		buffer.put(headers).put(payload);
		crc.reset();
		crc.update(bytes, 0, buffer.position());
		buffer.putInt((int) crc.getValue());
		return bytes;
	}

	private static byte[] encodeHeaders(Map<String, HeaderValue> headers) {
		HeaderWriter writer = new HeaderWriter();
		headers.forEach((name, value) -> {
			byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
			Assert.isTrue(nameBytes.length >= 1 && nameBytes.length <= 255, "Header name must have 1 to 255 bytes");
			writer.write(nameBytes.length, 1).write(nameBytes);
			encodeValue(writer, value);
		});
		return writer.toByteArray();
	}

	private static void encodeValue(HeaderWriter writer, HeaderValue value) {
		if (value instanceof StringValue string) {
			writer.write(HeaderType.STRING, 1).writeWithLength(string.value().getBytes(StandardCharsets.UTF_8));
		}
		else if (value instanceof ByteArrayValue array) {
			writer.write(HeaderType.BYTE_ARRAY, 1).writeWithLength(array.value());
		}
		else if (value instanceof BooleanValue bool) {
			writer.write(bool.value() ? HeaderType.TRUE : HeaderType.FALSE, 1);
		}
		else if (value instanceof ByteValue number) {
			writer.write(HeaderType.BYTE, 1).write(number.value(), Byte.BYTES);
		}
		else if (value instanceof ShortValue number) {
			writer.write(HeaderType.SHORT, 1).write(number.value(), Short.BYTES);
		}
		else if (value instanceof IntegerValue number) {
			writer.write(HeaderType.INTEGER, 1).write(number.value(), Integer.BYTES);
		}
		else if (value instanceof LongValue number) {
			writer.write(HeaderType.LONG, 1).write(number.value(), Long.BYTES);
		}
		else if (value instanceof TimestampValue timestamp) {
			writer.write(HeaderType.TIMESTAMP, 1).write(timestamp.value().toEpochMilli(), Long.BYTES);
		}
		else if (value instanceof UuidValue uuidValue) {
			UUID uuid = uuidValue.value();
			writer.write(HeaderType.UUID, 1)
				.write(uuid.getMostSignificantBits(), Long.BYTES)
				.write(uuid.getLeastSignificantBits(), Long.BYTES);
		}
	}

}
