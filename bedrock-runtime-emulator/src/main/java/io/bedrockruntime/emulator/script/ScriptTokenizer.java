package io.bedrockruntime.emulator.script;

import java.util.ArrayList;
import java.util.List;

/**
 * Words that may be quoted: with double quotes, where a backslash takes away the meaning
 * of what follows it, or with single quotes, where nothing has a meaning.
 */
final class ScriptTokenizer {

	private ScriptTokenizer() {
	}

	/** Split at a separator outside quotes, and let the quotes stand. */
	static List<String> split(String text, char separator) {
		List<String> words = new ArrayList<>();
		StringBuilder word = new StringBuilder();
		char quote = 0;
		for (int i = 0; i < text.length(); i++) {
			char next = text.charAt(i);
			if (quote == '"' && next == '\\' && i + 1 < text.length()) {
				word.append(next).append(text.charAt(++i));
				continue;
			}
			if (next == quote) {
				quote = 0;
			}
			else if (quote == 0 && (next == '"' || next == '\'')) {
				quote = next;
			}
			boolean end = quote == 0 && (next == separator || (separator == ' ' && Character.isWhitespace(next)));
			if (!end) {
				word.append(next);
			}
			else if (separator != ' ' || !word.isEmpty()) {
				words.add(word.toString());
				word.setLength(0);
			}
		}
		if (quote != 0) {
			throw new IllegalArgumentException("A quote is not closed in " + text);
		}
		if (separator != ' ' || !word.isEmpty()) {
			words.add(word.toString());
		}
		return words;
	}

	/** Take the quotes off a word. */
	static String unquoted(String word) {
		StringBuilder text = new StringBuilder();
		char quote = 0;
		for (int i = 0; i < word.length(); i++) {
			char next = word.charAt(i);
			if (quote == '"' && next == '\\' && i + 1 < word.length()) {
				char escaped = word.charAt(++i);
				text.append((escaped == 'n') ? '\n' : escaped);
			}
			else if (next == quote) {
				quote = 0;
			}
			else if (quote == 0 && (next == '"' || next == '\'')) {
				quote = next;
			}
			else {
				text.append(next);
			}
		}
		return text.toString();
	}

}
