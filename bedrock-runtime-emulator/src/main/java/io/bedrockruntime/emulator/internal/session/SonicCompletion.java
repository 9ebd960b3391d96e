package io.bedrockruntime.emulator.internal.session;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.emulator.internal.support.Tokens;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events of one completion of Amazon Nova Sonic.
 */
final class SonicCompletion {

	private static final String SESSION_ID = UUID.nameUUIDFromBytes("session".getBytes(StandardCharsets.UTF_8))
		.toString();

	/** Maximum length of the speech, at a tenth of a second for each token. */
	private static final int LONGEST_SPEECH = 50;

	private final NovaSonicSession.SonicVoice voice;

	private final String completionId;

	private final SessionOutput output;

	private int contents;

	SonicCompletion(NovaSonicSession.SonicVoice voice, String completionId, SessionOutput output) {
		this.voice = voice;
		this.completionId = completionId;
		this.output = output;
	}

	void start() {
		send("completionStart", members());
	}

	void text(String role, String text) {
		ObjectNode start = content("TEXT").put("role", role)
			.put("additionalModelFields", "{\"generationStage\":\"FINAL\"}");
		start.set("textOutputConfiguration", this.voice.mediaType());
		send("contentStart", start);
		send("textOutput", content().put("role", role).put("content", text));
		send("contentEnd", content("TEXT").put("stopReason", "PARTIAL_TURN"));
		this.contents++;
	}

	void speech(String text) {
		if (!this.voice.speaks()) {
			return;
		}
		ObjectNode start = content("AUDIO").put("role", "ASSISTANT");
		start.set("audioOutputConfiguration",
				Json.object()
					.put("mediaType", "audio/lpcm")
					.put("sampleRateHertz", this.voice.sampleRate())
					.put("sampleSizeBits", 16)
					.put("channelCount", 1)
					.put("encoding", "base64"));
		send("contentStart", start);
		Tone tone = new Tone(this.voice.sampleRate());
		int tenths = Math.max(1, Math.min(LONGEST_SPEECH, Tokens.count(text)));
		for (int i = 0; i < tenths; i++) {
			send("audioOutput", content().put("role", "ASSISTANT").put("content", tone.next()));
		}
		send("contentEnd", content("AUDIO").put("stopReason", "END_TURN"));
		this.contents++;
	}

	void end(int inputTokens, int outputTokens) {
		send("usageEvent",
				members().put("totalInputTokens", inputTokens)
					.put("totalOutputTokens", outputTokens)
					.put("totalTokens", inputTokens + outputTokens));
		send("completionEnd", members().put("stopReason", "END_TURN"));
	}

	private ObjectNode members() {
		return Json.object()
			.put("sessionId", SESSION_ID)
			.put("promptName", this.voice.promptName())
			.put("completionId", this.completionId);
	}

	private ObjectNode content() {
		String id = this.completionId + " " + this.contents;
		return members().put("contentId", UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString());
	}

	private ObjectNode content(String type) {
		return content().put("type", type);
	}

	private void send(String name, ObjectNode members) {
		ObjectNode event = Json.object();
		event.set(name, members);
		ObjectNode root = Json.object();
		root.set("event", event);
		this.output.chunk(Json.bytes(root));
	}

}
