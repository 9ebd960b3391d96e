package io.bedrockruntime.emulator.script;

import java.util.ArrayList;
import java.util.List;

/**
 * Tokenizer for tokens that may be quoted: with double quotes, where a backslash escapes
 * the next character, or with single quotes, without escapes.
 */
final class ScriptTokenizer {

	private ScriptTokenizer() {
	}

	/** Split at a separator outside quotes, and keep the quotes. */
	static List<String> split(String text, char separator) {
		List<String> tokens = new ArrayList<>();
		StringBuilder token = new StringBuilder();
		char quote = 0;
		for (int i = 0; i < text.length(); i++) {
			char next = text.charAt(i);
			if (quote == '"' && next == '\\' && i + 1 < text.length()) {
				token.append(next).append(text.charAt(++i));
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
				token.append(next);
			}
			else if (separator != ' ' || !token.isEmpty()) {
				tokens.add(token.toString());
				token.setLength(0);
			}
		}
		if (quote != 0) {
			throw new IllegalArgumentException("A quote is not closed in " + text);
		}
		if (separator != ' ' || !token.isEmpty()) {
			tokens.add(token.toString());
		}
		return tokens;
	}

	/** Remove the quotes of a token. */
	static String unquote(String token) {
		StringBuilder text = new StringBuilder();
		char quote = 0;
		for (int i = 0; i < token.length(); i++) {
			char next = token.charAt(i);
			if (quote == '"' && next == '\\' && i + 1 < token.length()) {
				char escaped = token.charAt(++i);
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
