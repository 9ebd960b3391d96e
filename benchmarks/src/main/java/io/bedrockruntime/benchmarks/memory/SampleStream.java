package io.bedrockruntime.benchmarks.memory;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;

import io.bedrockruntime.eventstream.EventStreamEncoder;
import io.bedrockruntime.eventstream.EventStreamMessage;

/**
 * A stream as the service sends it, with about 205 bytes per event. It has padding where
 * the service has it, and some texts contain characters that JSON escapes or UTF-8
 * encodes in several bytes.
 *
 * @param bytes the stream
 * @param events the number of events
 * @param content the size of the content: characters of text, or bytes of chunks
 */
record SampleStream(byte[] bytes, int events, int content) {

	static final String DELTAS = "deltas";

	static final String CHUNKS = "chunks";

	private static final String PADDING = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

	private static final String[] WORDS = { " the", " model", " answers", " with", " a", " piece", " of", " text" };

	static SampleStream of(String kind, int events) {
		return switch (kind) {
			case DELTAS -> deltas(events);
			case CHUNKS -> chunks(events);
			default -> throw new IllegalArgumentException("No such stream: " + kind);
		};
	}

	/**
	 * Return the message of one event with text.
	 */
	static EventStreamMessage delta(String jsonText, int padding) {
		return event("contentBlockDelta", "{\"contentBlockIndex\":0,\"delta\":{\"text\":\"" + jsonText + "\"},\"p\":\""
				+ PADDING.substring(0, padding) + "\"}");
	}

	private static SampleStream deltas(int events) {
		Random random = new Random(1);
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		int content = 0;
		write(out, event("messageStart", "{\"p\":\"abcdefgh\",\"role\":\"assistant\"}"));
		for (int i = 4; i < events; i++) {
			String text = text(random);
			content += text.length();
			write(out, delta(text.replace("\n", "\\n"), 20 + random.nextInt(30)));
		}
		write(out, event("contentBlockStop", "{\"contentBlockIndex\":0,\"p\":\"abcdefghijklm\"}"));
		write(out, event("messageStop", "{\"p\":\"abcdefghijk\",\"stopReason\":\"end_turn\"}"));
		write(out, event("metadata", "{\"metrics\":{\"latencyMs\":551},\"p\":\"abcdef\",\"usage\":{\"inputTokens\":12,"
				+ "\"outputTokens\":" + events + ",\"totalTokens\":" + (12 + events) + "}}"));
		return new SampleStream(out.toByteArray(), events, content);
	}

	private static SampleStream chunks(int events) {
		Random random = new Random(1);
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		int content = 0;
		for (int i = 0; i < events; i++) {
			byte[] chunk = ("{\"outputText\":\"" + text(random).replace("\n", "\\n") + "\",\"index\":0}")
				.getBytes(StandardCharsets.UTF_8);
			content += chunk.length;
			write(out, event("chunk", "{\"bytes\":\"" + Base64.getEncoder().encodeToString(chunk) + "\",\"p\":\""
					+ PADDING.substring(0, 26 + random.nextInt(30)) + "\"}"));
		}
		return new SampleStream(out.toByteArray(), events, content);
	}

	private static String text(Random random) {
		StringBuilder text = new StringBuilder();
		for (int words = 1 + random.nextInt(4); words > 0; words--) {
			text.append(WORDS[random.nextInt(WORDS.length)]);
		}
		if (random.nextInt(16) == 0) {
			text.append('\n');
		}
		if (random.nextInt(16) == 0) {
			text.append('\u00e9');
		}
		return text.toString();
	}

	private static EventStreamMessage event(String type, String json) {
		return EventStreamMessage.event(type, json.getBytes(StandardCharsets.UTF_8));
	}

	private static void write(ByteArrayOutputStream out, EventStreamMessage message) {
		out.writeBytes(EventStreamEncoder.encode(message));
	}

	/**
	 * Return the stream in pieces of the given size.
	 */
	List<byte[]> pieces(int size) {
		List<byte[]> pieces = new ArrayList<>();
		for (int from = 0; from < this.bytes.length; from += size) {
			pieces.add(Arrays.copyOfRange(this.bytes, from, Math.min(from + size, this.bytes.length)));
		}
		return pieces;
	}

}
