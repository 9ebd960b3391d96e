package io.bedrockruntime.emulator.internal.server;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.bedrockruntime.emulator.internal.wire.WireResponse;
import io.bedrockruntime.emulator.internal.wire.WireStep;
import org.jspecify.annotations.Nullable;

/**
 * Token counts that a response reports, in headers or at the end of its body.
 *
 * @param input tokens that went in
 * @param output tokens that came out
 */
record TokenCounts(@Nullable Integer input, @Nullable Integer output) {

	private static final Pattern INPUT = Pattern.compile("\"(?:inputTokens|inputTokenCount)\":(\\d{1,9})");

	private static final Pattern OUTPUT = Pattern.compile("\"(?:outputTokens|outputTokenCount)\":(\\d{1,9})");

	private static final Pattern CHUNK = Pattern.compile("\"bytes\":\"([A-Za-z0-9+/=]+)\"");

	private static final TokenCounts NONE = new TokenCounts(null, null);

	static TokenCounts of(WireResponse response) {
		if (response.status() != 200) {
			return NONE;
		}
		Integer input = number(response.header("X-Amzn-Bedrock-Input-Token-Count"));
		if (input != null) {
			return new TokenCounts(input, number(response.header("X-Amzn-Bedrock-Output-Token-Count")));
		}
		List<WireStep.Send> sends = response.sends();
		return sends.isEmpty() ? NONE : read(sends.get(sends.size() - 1).bytes());
	}

	private static TokenCounts read(byte[] lastPart) {
		String text = new String(lastPart, StandardCharsets.ISO_8859_1);
		Matcher chunk = CHUNK.matcher(text);
		if (chunk.find()) {
			try {
				text = new String(Base64.getDecoder().decode(chunk.group(1)), StandardCharsets.ISO_8859_1);
			}
			catch (IllegalArgumentException ex) {
				return NONE;
			}
		}
		return new TokenCounts(find(INPUT, text), find(OUTPUT, text));
	}

	private static @Nullable Integer find(Pattern pattern, String text) {
		Matcher matcher = pattern.matcher(text);
		return matcher.find() ? number(matcher.group(1)) : null;
	}

	private static @Nullable Integer number(@Nullable String text) {
		try {
			return (text != null) ? Integer.valueOf(text) : null;
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

}
