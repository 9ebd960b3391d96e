package io.bedrockruntime.benchmarks.wire;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import io.bedrockruntime.eventstream.EventStreamEncoder;
import io.bedrockruntime.eventstream.EventStreamMessage;
import io.bedrockruntime.eventstream.HeaderValue;
import io.bedrockruntime.eventstream.HeaderValue.StringValue;

/**
 * Encoder of response bodies, without the framing of HTTP.
 */
final class EventBytes {

	private static final String USAGE = "\"metrics\":{\"latencyMs\":1},"
			+ "\"usage\":{\"inputTokens\":40,\"outputTokens\":500,\"totalTokens\":540}";

	private EventBytes() {
	}

	/**
	 * Return the first event of a stream.
	 */
	static byte[] start() {
		return event("messageStart", "{\"p\":\"abcdefgh\",\"role\":\"assistant\"}");
	}

	/**
	 * Return a text delta.
	 */
	static byte[] delta(String text) {
		return event("contentBlockDelta",
				"{\"contentBlockIndex\":0,\"delta\":{\"text\":\"" + text + "\"},\"p\":\"abcdefghijklmnop\"}");
	}

	/**
	 * Return the last events of a stream.
	 */
	static byte[] end() {
		byte[] block = event("contentBlockStop", "{\"contentBlockIndex\":0,\"p\":\"abcdef\"}");
		byte[] message = event("messageStop", "{\"p\":\"abcdefghij\",\"stopReason\":\"end_turn\"}");
		byte[] metadata = event("metadata", "{" + USAGE + ",\"p\":\"abcd\"}");
		return concat(block, message, metadata);
	}

	/**
	 * Return the body of a Converse response.
	 */
	static byte[] converseResponse(int characters) {
		String text = "y".repeat(characters);
		return ("{" + USAGE + ",\"output\":{\"message\":{\"content\":[{\"text\":\"" + text
				+ "\"}],\"role\":\"assistant\"}},\"stopReason\":\"end_turn\"}")
			.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Return the parts as one array.
	 */
	static byte[] concat(byte[]... parts) {
		int length = 0;
		for (byte[] part : parts) {
			length += part.length;
		}
		byte[] all = new byte[length];
		int position = 0;
		for (byte[] part : parts) {
			System.arraycopy(part, 0, all, position, part.length);
			position += part.length;
		}
		return all;
	}

	private static byte[] event(String type, String payload) {
		Map<String, HeaderValue> headers = new LinkedHashMap<>();
		headers.put(EventStreamMessage.EVENT_TYPE, new StringValue(type));
		headers.put(EventStreamMessage.CONTENT_TYPE, new StringValue("application/json"));
		headers.put(EventStreamMessage.MESSAGE_TYPE, new StringValue("event"));
		return EventStreamEncoder.encode(new EventStreamMessage(headers, payload.getBytes(StandardCharsets.UTF_8)));
	}

}
