package io.bedrockruntime.emulator.internal.wire;

import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.eventstream.EventStreamEncoder;
import io.bedrockruntime.eventstream.EventStreamMessage;
import tools.jackson.databind.node.ObjectNode;

/**
 * One event of a stream with the weight that paces it.
 *
 * @param type the event type
 * @param payload the members of the event
 * @param tokens how many tokens it carries
 */
public record StreamEvent(String type, ObjectNode payload, int tokens) {

	private static final String PADDING = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

	/** AWS pads events so that their length does not tell the length of a token. */
	public byte[] encode(int position) {
		ObjectNode padded = this.payload.deepCopy();
		padded.put("p", PADDING.substring(0, 1 + (position * 17 + 5) % PADDING.length()));
		return EventStreamEncoder.encode(EventStreamMessage.event(this.type, Json.bytes(padded)));
	}

}
