package io.bedrockruntime.eventstream;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.bedrockruntime.eventstream.HeaderValue.BooleanValue;
import io.bedrockruntime.eventstream.HeaderValue.ByteArrayValue;
import io.bedrockruntime.eventstream.HeaderValue.ByteValue;
import io.bedrockruntime.eventstream.HeaderValue.IntegerValue;
import io.bedrockruntime.eventstream.HeaderValue.LongValue;
import io.bedrockruntime.eventstream.HeaderValue.ShortValue;
import io.bedrockruntime.eventstream.HeaderValue.StringValue;
import io.bedrockruntime.eventstream.HeaderValue.TimestampValue;
import io.bedrockruntime.eventstream.HeaderValue.UuidValue;

/**
 * Messages for tests.
 */
public final class Messages {

	private Messages() {
	}

	public static EventStreamMessage event(String text) {
		return EventStreamMessage.event("chunk", text.getBytes(StandardCharsets.UTF_8));
	}

	static EventStreamMessage withAllHeaderTypes() {
		Map<String, HeaderValue> headers = new LinkedHashMap<>();
		headers.put("true", new BooleanValue(true));
		headers.put("false", new BooleanValue(false));
		headers.put("byte", new ByteValue((byte) -7));
		headers.put("short", new ShortValue((short) -300));
		headers.put("int", new IntegerValue(-70_000));
		headers.put("long", new LongValue(Long.MIN_VALUE + 1));
		headers.put("bytes", new ByteArrayValue(new byte[] { 0, -1, 127 }));
		headers.put("string", new StringValue("grüße \uD83D\uDE00"));
		headers.put("timestamp", new TimestampValue(Instant.parse("2026-01-02T03:04:05.678Z")));
		headers.put("uuid", new UuidValue(UUID.fromString("01234567-89ab-cdef-fedc-ba9876543210")));
		return new EventStreamMessage(headers, "payload".getBytes(StandardCharsets.UTF_8));
	}

	public static byte[] concatenate(List<EventStreamMessage> messages) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		messages.forEach((message) -> out.writeBytes(EventStreamEncoder.encode(message)));
		return out.toByteArray();
	}

	static List<EventStreamMessage> decode(EventStreamDecoder decoder, byte[] bytes) {
		return decode(decoder, ByteBuffer.wrap(bytes));
	}

	static List<EventStreamMessage> decode(EventStreamDecoder decoder, ByteBuffer buffer) {
		List<EventStreamMessage> messages = new ArrayList<>();
		EventStreamFrame frame = decoder.next(buffer);
		while (frame != null) {
			messages.add(frame.toMessage());
			frame = decoder.next(buffer);
		}
		return messages;
	}

}
