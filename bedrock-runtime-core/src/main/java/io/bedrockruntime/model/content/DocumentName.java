package io.bedrockruntime.model.content;

import java.text.Normalizer;

/**
 * The name of a document, which the service restricts to letters, digits, single spaces,
 * hyphens, parentheses and square brackets.
 */
final class DocumentName {

	private static final int MAX_LENGTH = 200;

	private DocumentName() {
	}

	static String sanitize(String name) {
		String sanitized = Normalizer.normalize(name, Normalizer.Form.NFD)
			.replaceAll("\\p{M}+", "")
			.replaceAll("\\s+", " ")
			.replaceAll("[^A-Za-z0-9 \\-()\\[\\]]+", "-")
			.strip();
		sanitized = sanitized.substring(0, Math.min(sanitized.length(), MAX_LENGTH)).strip();
		return sanitized.isEmpty() ? "document" : sanitized;
	}

}
