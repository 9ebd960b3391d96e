package io.bedrockruntime.emulator.internal.session;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.bedrockruntime.emulator.internal.service.ServiceErrorException;
import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.emulator.internal.support.Tokens;
import io.bedrockruntime.emulator.internal.validation.RequestValidator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Session with the events of Amazon Nova Sonic. Each content of the user or of a tool
 * gets a separate completion when it ends, with text, and with a tone as speech. There
 * are no interruptions.
 */
public final class NovaSonicSession implements BidirectionalSession {

	private static final int MOST_CONTENTS = 100;

	private final @Nullable String scriptedText;

	private final Map<String, SonicContent> open = new LinkedHashMap<>();

	private @Nullable SonicVoice voice;

	private boolean started;

	private int completions;

	public NovaSonicSession(@Nullable String scriptedText) {
		this.scriptedText = scriptedText;
	}

	@Override
	public void accept(byte[] content, SessionOutput output) {
		JsonNode event = RequestValidator.parse(content).path("event");
		if (!event.isObject() || event.size() != 1) {
			throw ServiceErrorException.validation("An event must have exactly one member in 'event'.");
		}
		String name = event.propertyNames().iterator().next();
		JsonNode members = event.path(name);
		if (!this.started && !name.equals("sessionStart")) {
			throw ServiceErrorException.validation("The first event must be 'sessionStart'.");
		}
		switch (name) {
			case "sessionStart" -> startSession();
			case "promptStart" -> startPrompt(members);
			case "contentStart" -> startContent(members);
			case "textInput", "toolResult" -> content(members).addText(required(members, "content"));
			case "audioInput" -> content(members).addAudio(audio(members));
			case "contentEnd" -> endContent(members, output);
			case "promptEnd" -> endPrompt(members, output);
			case "sessionEnd" -> {
				inputEnded(output);
				output.end();
			}
			default -> throw ServiceErrorException.validation("The event in 'event' has an unknown type.");
		}
	}

	@Override
	public void inputEnded(SessionOutput output) {
		this.open.values().forEach((content) -> respond(content, output));
		this.open.clear();
	}

	private void startSession() {
		if (this.started) {
			throw ServiceErrorException.validation("The session has been started already.");
		}
		this.started = true;
	}

	private void startPrompt(JsonNode members) {
		String prompt = required(members, "promptName");
		if (this.voice != null) {
			throw ServiceErrorException.validation("A prompt is open already.");
		}
		this.voice = new SonicVoice(prompt, members.path("audioOutputConfiguration"));
	}

	private void startContent(JsonNode members) {
		prompt(members);
		String name = required(members, "contentName");
		if (this.open.containsKey(name) || this.open.size() == MOST_CONTENTS) {
			throw ServiceErrorException.validation("The content is open already, or too many are.");
		}
		String type = required(members, "type");
		if (!List.of("TEXT", "AUDIO", "TOOL").contains(type)) {
			throw ServiceErrorException.validation("The 'type' of a content must be TEXT, AUDIO or TOOL.");
		}
		this.open.put(name, new SonicContent(type, members));
	}

	private SonicContent content(JsonNode members) {
		prompt(members);
		SonicContent content = this.open.get(required(members, "contentName"));
		if (content == null) {
			throw ServiceErrorException.validation("No content of this 'contentName' is open.");
		}
		return content;
	}

	private void endContent(JsonNode members, SessionOutput output) {
		SonicContent content = content(members);
		this.open.remove(required(members, "contentName"));
		respond(content, output);
	}

	private void endPrompt(JsonNode members, SessionOutput output) {
		prompt(members);
		inputEnded(output);
		this.voice = null;
	}

	private SonicVoice prompt(JsonNode members) {
		String prompt = required(members, "promptName");
		if (this.voice == null || !this.voice.promptName().equals(prompt)) {
			throw ServiceErrorException.validation("No prompt of this 'promptName' is open.");
		}
		return this.voice;
	}

	private void respond(SonicContent content, SessionOutput output) {
		if (!content.expectsResponse() || this.voice == null) {
			return;
		}
		output.beginResponse();
		SonicCompletion completion = new SonicCompletion(this.voice, id(++this.completions), output);
		completion.start();
		if (content.isAudio()) {
			completion.text("USER", content.transcript());
		}
		String text = (this.scriptedText != null) ? this.scriptedText : content.reply();
		completion.text("ASSISTANT", text);
		completion.speech(text);
		completion.end(content.tokens(), Tokens.count(text));
	}

	private static byte[] audio(JsonNode members) {
		try {
			return Base64.getDecoder().decode(required(members, "content"));
		}
		catch (IllegalArgumentException ex) {
			throw ServiceErrorException.validation("The 'content' of audio must be base64-encoded.");
		}
	}

	private static String required(JsonNode members, String name) {
		JsonNode value = members.path(name);
		if (!value.isString()) {
			throw ServiceErrorException.validation("An event lacks its '" + name + "'.");
		}
		return value.asString("");
	}

	private static String id(int number) {
		return UUID.nameUUIDFromBytes(("completion " + number).getBytes(StandardCharsets.UTF_8)).toString();
	}

	/**
	 * Open prompt with the audio configuration of its responses.
	 *
	 * @param promptName the prompt's name
	 * @param configuration the client's audio configuration; missing when it wants no
	 * speech
	 */
	record SonicVoice(String promptName, JsonNode configuration) {

		private static final int USUAL_RATE = 24_000;

		boolean speaks() {
			return this.configuration.isObject();
		}

		int sampleRate() {
			int rate = this.configuration.path("sampleRateHertz").asInt(USUAL_RATE);
			return (rate >= 8_000 && rate <= 48_000) ? rate : USUAL_RATE;
		}

		ObjectNode mediaType() {
			return Json.object().put("mediaType", "text/plain");
		}

	}

}
