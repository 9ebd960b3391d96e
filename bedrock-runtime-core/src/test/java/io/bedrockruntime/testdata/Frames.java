package io.bedrockruntime.testdata;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import io.bedrockruntime.eventstream.EventStreamDecoder;
import io.bedrockruntime.eventstream.EventStreamEncoder;
import io.bedrockruntime.eventstream.EventStreamFrame;
import io.bedrockruntime.eventstream.EventStreamMessage;
import io.bedrockruntime.eventstream.HeaderValue;
import io.bedrockruntime.eventstream.HeaderValue.StringValue;

/**
 * Messages as a decoder returns them.
 */
public final class Frames {

	private Frames() {
	}

	public static EventStreamFrame event(String type, String json) {
		return of(EventStreamMessage.event(type, json.getBytes(StandardCharsets.UTF_8)));
	}

	public static EventStreamFrame of(EventStreamMessage message) {
		return decode(ByteBuffer.wrap(EventStreamEncoder.encode(message)));
	}

	public static EventStreamFrame direct(EventStreamMessage message) {
		byte[] bytes = EventStreamEncoder.encode(message);
		return decode(ByteBuffer.allocateDirect(bytes.length).put(bytes).flip().asReadOnlyBuffer());
	}

	public static EventStreamMessage message(String json, String... headers) {
		Map<String, HeaderValue> values = new LinkedHashMap<>();
		for (int i = 0; i < headers.length; i += 2) {
			values.put(headers[i], new StringValue(headers[i + 1]));
		}
		return new EventStreamMessage(values, json.getBytes(StandardCharsets.UTF_8));
	}

	private static EventStreamFrame decode(ByteBuffer bytes) {
		EventStreamFrame frame = new EventStreamDecoder().next(bytes);
		if (frame == null) {
			throw new IllegalStateException("No complete message");
		}
		return frame;
	}

}
