package io.bedrockruntime.emulator.internal.support;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tokenizer of the emulator: a token is up to eight letters or digits of a word, or one
 * other character, each with the white space in front of it. No real model counts like
 * this, but the count is deterministic, and the concatenated tokens are the text.
 */
public final class Tokens {

	private static final Pattern TOKEN = Pattern.compile("\\s*(?:[\\p{L}\\p{N}]{1,8}|[^\\s])|\\s+");

	/** Number of bytes of media that count as one token. */
	private static final int MEDIA_BYTES = 512;

	private Tokens() {
	}

	public static List<String> split(String text) {
		List<String> tokens = new ArrayList<>();
		Matcher matcher = TOKEN.matcher(text);
		while (matcher.find()) {
			tokens.add(matcher.group());
		}
		return tokens;
	}

	public static int count(String text) {
		int tokens = 0;
		Matcher matcher = TOKEN.matcher(text);
		while (matcher.find()) {
			tokens++;
		}
		return tokens;
	}

	public static int ofMedia(long bytes) {
		return (int) Math.max(1, bytes / MEDIA_BYTES);
	}

}
