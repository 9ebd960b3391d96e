package io.bedrockruntime.logcheck;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Patterns of text that must not be logged: typical parts of requests, responses and
 * signatures, and the values that tests use as secrets, prompts and responses.
 */
final class Confidential {

	/** Tests mark their secrets with this word. */
	static final String MARK = "canary";

	private static final List<String> FORMS = List.of("AWS4-HMAC-SHA256 ", "Credential=", "Signature=", "Bearer ",
			"\"text\":", "\"content\":", "\"messages\":", "\"bytes\":", "\"inputText\":", "\"prompt\":", "\"input\":",
			"\"toolUse\":", "\"delta\":", "\\\"text\\\"");

	private static final List<String> VALUES = List.of("emulator/secret/access/key", "secret+/key", "token/+==",
			"s3cret", "bean-secret", "bean-key", "property-secret", "property-key", "library-secret", "of-properties",
			"key-of-the-tests", "secret/of+the/tests", "token/of+the/tests", "rivers",
			"Answer of the Bedrock Runtime emulator", "Forty-two", "lighthouse", "get_weather say of Rome",
			"ada@example.org", "Be brief.");

	private Confidential() {
	}

	static Optional<String> find(String text) {
		if (text.toLowerCase(Locale.ROOT).contains(MARK)) {
			return Optional.of(MARK);
		}
		return FORMS.stream()
			.filter(text::contains)
			.findFirst()
			.or(() -> VALUES.stream().filter(text::contains).findFirst());
	}

}
