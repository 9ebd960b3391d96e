package io.bedrockruntime.emulator.internal.guardrail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Detector of personal data by patterns: deterministic, with fewer kinds than the
 * service.
 */
public final class PersonalData {

	/** In the order of precedence for a position that several patterns match. */
	private static final Map<String, Pattern> PATTERNS = new LinkedHashMap<>();

	static {
		pattern("URL", "\\bhttps?://[^\\s\"<>{}]*[^\\s\"<>{}.,;:!?)]");
		pattern("EMAIL", "\\b[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+\\b");
		pattern("MAC_ADDRESS", "\\b[0-9A-Fa-f]{2}(?:[:-][0-9A-Fa-f]{2}){5}\\b");
		pattern("IP_ADDRESS", "\\b(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\b");
		pattern("AWS_ACCESS_KEY", "\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b");
		pattern("INTERNATIONAL_BANK_ACCOUNT_NUMBER", "\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\\b");
		pattern("CREDIT_DEBIT_CARD_NUMBER", "(?<![\\d-])\\d{4}([ -]?)\\d{4}\\1\\d{4}\\1\\d{4}(?![\\d-])");
		pattern("US_SOCIAL_SECURITY_NUMBER", "(?<![\\d-])\\d{3}-\\d{2}-\\d{4}(?![\\d-])");
		pattern("PHONE",
				"(?<![\\w+])(?:\\+\\d{1,3}[ .-]?)?(?:\\(\\d{2,4}\\)|\\d{2,4})[ .-]\\d{3,4}(?:[ .-]\\d{3,4})+\\b");
		pattern("NAME", "\\b(?:John|Jane|Mary|Max|Erika) (?:Doe|Roe|Major|Smith|Mustermann)\\b");
	}

	private PersonalData() {
	}

	public static boolean hasPattern(String type) {
		return PATTERNS.containsKey(type);
	}

	/** Find the entities of a guardrail, each position once, in text order. */
	public static List<Found> find(String text, List<GuardrailDefinition.Entity> entities) {
		List<Found> found = new ArrayList<>();
		for (GuardrailDefinition.Entity entity : entities) {
			for (String value : entity.values()) {
				WordMatcher.find(text, value).forEach((span) -> claim(new Found(entity, span), found));
			}
		}
		for (Map.Entry<String, Pattern> pattern : PATTERNS.entrySet()) {
			for (GuardrailDefinition.Entity entity : entities) {
				if (entity.type().equals(pattern.getKey())) {
					WordMatcher.find(text, pattern.getValue()).forEach((span) -> claim(new Found(entity, span), found));
				}
			}
		}
		found.sort(Comparator.comparingInt((place) -> place.span().begin()));
		return found;
	}

	private static void claim(Found candidate, List<Found> found) {
		if (found.stream().noneMatch((other) -> other.span().overlaps(candidate.span()))) {
			found.add(candidate);
		}
	}

	private static void pattern(String type, String regex) {
		PATTERNS.put(type, Pattern.compile(regex));
	}

	/**
	 * Match of personal data in a text.
	 *
	 * @param entity the kind
	 * @param span the position in the text
	 */
	public record Found(GuardrailDefinition.Entity entity, WordMatcher.Span span) {

	}

}
