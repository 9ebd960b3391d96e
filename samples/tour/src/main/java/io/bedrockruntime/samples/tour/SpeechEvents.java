package io.bedrockruntime.samples.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.bedrockruntime.model.Blob;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Factory and parser of the events of Amazon Nova Sonic, which Amazon Bedrock transports
 * as bytes.
 */
@Component
class SpeechEvents {

	private static final String PROMPT = "tour";

	private static final int SAMPLE_RATE = 16_000;

	/** Size of a tenth of a second of 16-bit samples. */
	private static final int CHUNK_BYTES = SAMPLE_RATE / 10 * 2;

	private final JsonMapper json;

	SpeechEvents(JsonMapper json) {
		this.json = json;
	}

	/** Return the events that start a session with text and speech output. */
	List<Blob> start() {
		ObjectNode session = this.json.createObjectNode();
		session.putObject("inferenceConfiguration").put("maxTokens", 1024);
		ObjectNode prompt = this.json.createObjectNode().put("promptName", PROMPT);
		prompt.putObject("textOutputConfiguration").put("mediaType", "text/plain");
		audio(prompt.putObject("audioOutputConfiguration"), 24_000).put("voiceId", "matthew");
		List<Blob> events = new ArrayList<>(List.of(event("sessionStart", session), event("promptStart", prompt)));
		events.addAll(text("SYSTEM", "You are friendly, and brief.", false));
		return events;
	}

	/** Return the events of a text message. */
	List<Blob> text(String text) {
		return text("USER", text, true);
	}

	private List<Blob> text(String role, String text, boolean interactive) {
		String name = UUID.randomUUID().toString();
		ObjectNode start = content(name).put("type", "TEXT").put("role", role).put("interactive", interactive);
		start.putObject("textInputConfiguration").put("mediaType", "text/plain");
		return List.of(event("contentStart", start), event("textInput", content(name).put("content", text)),
				event("contentEnd", content(name)));
	}

	/**
	 * Return the events of an audio message, in parts of a tenth of a second. It is a
	 * tone.
	 */
	List<Blob> audio(int parts) {
		String name = UUID.randomUUID().toString();
		ObjectNode start = content(name).put("type", "AUDIO").put("role", "USER").put("interactive", true);
		audio(start.putObject("audioInputConfiguration"), SAMPLE_RATE);
		List<Blob> events = new ArrayList<>(List.of(event("contentStart", start)));
		for (int part = 0; part < parts; part++) {
			events.add(event("audioInput", content(name).put("content", tone())));
		}
		events.add(event("contentEnd", content(name)));
		return events;
	}

	private static byte[] tone() {
		byte[] samples = new byte[CHUNK_BYTES];
		for (int i = 0; i < samples.length; i += 2) {
			short sample = (short) (8000 * Math.sin(2 * Math.PI * 440 * i / 2 / SAMPLE_RATE));
			samples[i] = (byte) sample;
			samples[i + 1] = (byte) (sample >> 8);
		}
		return samples;
	}

	/** Return the events that end the session. */
	List<Blob> end() {
		return List.of(event("promptEnd", this.json.createObjectNode().put("promptName", PROMPT)),
				event("sessionEnd", this.json.createObjectNode()));
	}

	private ObjectNode content(String name) {
		return this.json.createObjectNode().put("promptName", PROMPT).put("contentName", name);
	}

	private static ObjectNode audio(ObjectNode configuration, int sampleRate) {
		return configuration.put("mediaType", "audio/lpcm")
			.put("sampleRateHertz", sampleRate)
			.put("sampleSizeBits", 16)
			.put("channelCount", 1)
			.put("audioType", "SPEECH")
			.put("encoding", "base64");
	}

	private Blob event(String name, ObjectNode members) {
		ObjectNode root = this.json.createObjectNode();
		root.putObject("event").set(name, members);
		return Blob.wrap(this.json.writeValueAsBytes(root));
	}

	/** Return the role and the text of an event, or an empty text. */
	String textOutput(Blob event) {
		JsonNode text = read(event).path("textOutput");
		return text.isObject()
				? text.path("role").asString().toLowerCase(Locale.ROOT) + ": " + text.path("content").asString() : "";
	}

	/** Return the audio samples of an event. */
	byte[] audioOutput(Blob event) {
		JsonNode content = read(event).path("audioOutput").path("content");
		return content.isString() ? content.binaryValue() : new byte[0];
	}

	boolean isEndOfResponse(Blob event) {
		return read(event).path("contentEnd").path("stopReason").asString("").equals("END_TURN");
	}

	private JsonNode read(Blob event) {
		return this.json.readTree(event.asInputStream()).path("event");
	}

}
