package io.bedrockruntime.emulator.internal.session;

import java.util.Locale;

import io.bedrockruntime.emulator.internal.service.ServiceErrorException;
import io.bedrockruntime.emulator.internal.support.Tokens;
import tools.jackson.databind.JsonNode;

/**
 * Content that a client of Amazon Nova Sonic sends in pieces.
 */
final class SonicContent {

	/** Maximum length that is repeated; more is received, but not repeated. */
	private static final int LONGEST_ECHO = 400;

	private static final int USUAL_RATE = 16_000;

	private final String type;

	private final String role;

	private final boolean history;

	private final int sampleRate;

	private final StringBuilder text = new StringBuilder();

	private long audioBytes;

	private int textTokens;

	SonicContent(String type, JsonNode start) {
		this.type = type;
		this.role = start.path("role").asString("");
		this.history = type.equals("TEXT") && start.has("interactive") && !start.path("interactive").asBoolean(true);
		this.sampleRate = Math.max(1, start.path("audioInputConfiguration").path("sampleRateHertz").asInt(USUAL_RATE));
	}

	void addText(String more) {
		if (isAudio()) {
			throw ServiceErrorException.validation("A content of type AUDIO does not accept text.");
		}
		this.textTokens += Tokens.count(more);
		int room = LONGEST_ECHO - this.text.length();
		if (room > 0) {
			this.text.append(more, 0, Math.min(room, more.length()));
		}
	}

	void addAudio(byte[] samples) {
		if (!isAudio()) {
			throw ServiceErrorException.validation("A content of type " + this.type + " does not accept audio.");
		}
		this.audioBytes += samples.length;
	}

	boolean isAudio() {
		return this.type.equals("AUDIO");
	}

	/**
	 * Return whether the content gets a response; system prompts, history and silence do
	 * not.
	 */
	boolean expectsResponse() {
		boolean said = this.audioBytes > 0 || !this.text.isEmpty();
		return said && !this.history && (this.role.equals("USER") || this.role.equals("TOOL"));
	}

	String transcript() {
		return isAudio() ? String.format(Locale.ROOT, "(%.2f seconds of audio)", seconds()) : this.text.toString();
	}

	String reply() {
		return switch (this.type) {
			case "AUDIO" -> "You sent " + String.format(Locale.ROOT, "%.2f", seconds()) + " seconds of audio.";
			case "TOOL" -> "The tool gave back: " + this.text;
			default -> "You said: " + this.text;
		};
	}

	int tokens() {
		return isAudio() ? Tokens.ofMedia(this.audioBytes) : this.textTokens;
	}

	private double seconds() {
		return this.audioBytes / 2d / this.sampleRate;
	}

}
