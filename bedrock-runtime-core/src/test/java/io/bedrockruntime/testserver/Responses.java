package io.bedrockruntime.testserver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.bedrockruntime.eventstream.EventStreamEncoder;
import io.bedrockruntime.eventstream.EventStreamMessage;

/**
 * Responses of the service as they are sent.
 */
public final class Responses {

	public static final String CONVERSE_RESPONSE = "{\"output\":{\"message\":"
			+ "{\"role\":\"assistant\",\"content\":[{\"text\":\"Hi\"}]}},"
			+ "\"stopReason\":\"end_turn\",\"usage\":{\"inputTokens\":1,\"outputTokens\":2,\"totalTokens\":3},"
			+ "\"metrics\":{\"latencyMs\":4}}";

	public static final String CHUNKED_STREAM = "HTTP/1.1 200 OK\r\ncontent-type: application/vnd.amazon.eventstream\r\n"
			+ "transfer-encoding: chunked\r\nx-amzn-RequestId: r-1\r\n\r\n";

	public static final byte[] START = event("messageStart", "{\"role\":\"assistant\"}");

	public static final byte[] DELTA = event("contentBlockDelta",
			"{\"contentBlockIndex\":0,\"delta\":{\"text\":\"Hi\"}}");

	public static final byte[] STOP = event("messageStop", "{\"stopReason\":\"end_turn\"}");

	public static final byte[] METADATA = event("metadata",
			"{\"usage\":{\"inputTokens\":1,\"outputTokens\":2,\"totalTokens\":3},\"metrics\":{\"latencyMs\":4}}");

	private Responses() {
	}

	public static String ok(String body) {
		return "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: " + body.length() + "\r\n\r\n"
				+ body;
	}

	public static void completeStream(RawServer.Peer peer) throws IOException {
		peer.write(CHUNKED_STREAM);
		for (byte[] event : List.of(START, DELTA, STOP, METADATA)) {
			peer.writeChunk(event);
		}
		peer.writeChunk(new byte[0]);
	}

	public static byte[] event(String type, String json) {
		return EventStreamEncoder.encode(EventStreamMessage.event(type, json.getBytes(StandardCharsets.UTF_8)));
	}

}
