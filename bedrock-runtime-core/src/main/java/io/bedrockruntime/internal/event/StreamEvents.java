package io.bedrockruntime.internal.event;

import io.bedrockruntime.eventstream.EventStreamFrame;
import io.bedrockruntime.exception.MalformedMessageException;
import io.bedrockruntime.json.BedrockRuntimeJson;
import io.bedrockruntime.model.Union;
import tools.jackson.core.JacksonException;

/**
 * Events read by the JSON mapper.
 */
final class StreamEvents {

	private StreamEvents() {
	}

	/**
	 * Read an event.
	 * @param <T> the union of events
	 * @param union the type of the union
	 * @param type the name of the union's member
	 * @param frame the message
	 * @return the event
	 */
	static <T extends Union> T read(Class<T> union, String type, EventStreamFrame frame) {
		byte[] payload = new byte[frame.payloadEnd() - frame.payloadStart()];
		frame.buffer().get(frame.payloadStart(), payload);
		try {
			return BedrockRuntimeJson.readMember(union, type, payload);
		}
		catch (JacksonException ex) {
			throw new MalformedMessageException("Payload of a '" + type + "' event cannot be read",
					BedrockRuntimeJson.withoutContent(ex));
		}
	}

}
