package io.bedrockruntime.eventstream;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import io.bedrockruntime.eventstream.HeaderValue.BooleanValue;
import io.bedrockruntime.eventstream.HeaderValue.ByteArrayValue;
import io.bedrockruntime.eventstream.HeaderValue.ByteValue;
import io.bedrockruntime.eventstream.HeaderValue.IntegerValue;
import io.bedrockruntime.eventstream.HeaderValue.LongValue;
import io.bedrockruntime.eventstream.HeaderValue.ShortValue;
import io.bedrockruntime.eventstream.HeaderValue.StringValue;
import io.bedrockruntime.eventstream.HeaderValue.TimestampValue;
import io.bedrockruntime.eventstream.HeaderValue.UuidValue;
import io.bedrockruntime.exception.MalformedMessageException;

/**
 * Reader of a message's header block.
 */
final class HeaderReader {

	/**
	 * Replacement by lenient decoding for bytes that are not valid UTF-8.
	 */
	private static final char REPLACEMENT = '\uFFFD';

	private HeaderReader() {
	}

	/**
	 * Read a header block.
	 * @param block a buffer that holds exactly the block
	 * @return the headers in wire order
	 * @throws MalformedMessageException if the block is not a sequence of complete
	 * headers with distinct names
	 */
	static Map<String, HeaderValue> read(ByteBuffer block) {
		Map<String, HeaderValue> headers = new LinkedHashMap<>();
		try {
			while (block.hasRemaining()) {
				String name = readString(block, Byte.toUnsignedInt(block.get()));
				if (name.isEmpty()) {
					throw new MalformedMessageException("Header without a name", null);
				}
				if (headers.put(name, readValue(block)) != null) {
					throw new MalformedMessageException("Header occurs twice", null);
				}
			}
		}
		catch (BufferUnderflowException ex) {
			throw new MalformedMessageException("Header extends beyond the header block", ex);
		}
		return headers;
	}

	private static HeaderValue readValue(ByteBuffer block) {
		int type = block.get();
		return switch (type) {
			case HeaderType.TRUE -> new BooleanValue(true);
			case HeaderType.FALSE -> new BooleanValue(false);
			case HeaderType.BYTE -> new ByteValue(block.get());
			case HeaderType.SHORT -> new ShortValue(block.getShort());
			case HeaderType.INTEGER -> new IntegerValue(block.getInt());
			case HeaderType.LONG -> new LongValue(block.getLong());
			case HeaderType.BYTE_ARRAY -> new ByteArrayValue(readBytes(block, readLength(block)));
			case HeaderType.STRING -> new StringValue(readString(block, readLength(block)));
			case HeaderType.TIMESTAMP -> new TimestampValue(Instant.ofEpochMilli(block.getLong()));
			case HeaderType.UUID -> new UuidValue(new java.util.UUID(block.getLong(), block.getLong()));
			default -> throw new MalformedMessageException("Header of unknown type " + type, null);
		};
	}

	private static int readLength(ByteBuffer block) {
		int length = block.getShort();
		if (length < 0) {
			throw new MalformedMessageException("Header value longer than 32767 bytes", null);
		}
		return length;
	}

	private static byte[] readBytes(ByteBuffer block, int length) {
		// Checked first, so that a wrong length does not allocate memory.
		if (length > block.remaining()) {
			throw new BufferUnderflowException();
		}
		byte[] bytes = new byte[length];
		block.get(bytes);
		return bytes;
	}

	private static String readString(ByteBuffer block, int length) {
		byte[] bytes = readBytes(block, length);
		// A decoder that reports malformed text costs 2 KB per message, so it is used
		// only for text that may be malformed.
		String text = new String(bytes, StandardCharsets.UTF_8);
		if (text.indexOf(REPLACEMENT) < 0) {
			return text;
		}
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			throw new MalformedMessageException("Header text is not UTF-8", ex);
		}
	}

}
