package io.bedrockruntime.emulator.internal.wire;

import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.eventstream.EventStreamEncoder;
import io.bedrockruntime.eventstream.EventStreamMessage;
import tools.jackson.databind.node.ObjectNode;

/**
 * Event of a stream with its number of tokens for pacing.
 *
 * @param type the event type
 * @param payload the members of the event
 * @param tokens the number of tokens that it contains
 */
public record StreamEvent(String type, ObjectNode payload, int tokens) {

	private static final String PADDING = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

	/** Encode the event with padding, with which AWS hides the length of a token. */
	public byte[] encode(int position) {
		ObjectNode padded = this.payload.deepCopy();
		padded.put("p", PADDING.substring(0, 1 + (position * 17 + 5) % PADDING.length()));
		return EventStreamEncoder.encode(EventStreamMessage.event(this.type, Json.bytes(padded)));
	}

}
