package io.bedrockruntime.emulator.internal.support;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The emulator's tokens: up to eight letters or digits of a word, or one other sign, each
 * with the white space in front of it. No model counts like that, but it is the same
 * count every time, and the pieces put together are the text.
 */
public final class Tokens {

	private static final Pattern TOKEN = Pattern.compile("\\s*(?:[\\p{L}\\p{N}]{1,8}|[^\\s])|\\s+");

	/** Media has no words; so many bytes of it weigh one token. */
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
