package io.bedrockruntime.logcheck;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What must not be logged: the forms that prompts, answers and signatures have on the
 * wire whatever they say, and what the tests use as secrets, prompts and answers.
 */
final class Confidential {

	/** A test that is about secrets marks its own with this. */
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
