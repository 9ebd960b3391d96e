package io.bedrockruntime.emulator.internal.guardrail;

import java.util.List;
import java.util.Map;

/**
 * Built-in words that count as harmful content. They are mild, because tests have to
 * contain them.
 */
public final class HarmfulWordList {

	static final List<String> PROFANITY = List.of("damn", "crap", "bugger", "bollocks");

	private static final Map<String, List<Trigger>> TRIGGERS = Map.of( //
			"HATE", List.of(new Trigger("subhuman", Confidence.HIGH), new Trigger("hateful", Confidence.MEDIUM)), //
			"INSULTS",
			List.of(new Trigger("idiot", Confidence.HIGH), new Trigger("stupid", Confidence.MEDIUM),
					new Trigger("silly", Confidence.LOW)),
			"SEXUAL", List.of(new Trigger("pornographic", Confidence.HIGH), new Trigger("nude", Confidence.MEDIUM)), //
			"VIOLENCE",
			List.of(new Trigger("murder", Confidence.HIGH), new Trigger("weapon", Confidence.MEDIUM),
					new Trigger("fight", Confidence.LOW)),
			"MISCONDUCT",
			List.of(new Trigger("counterfeit money", Confidence.HIGH), new Trigger("shoplift", Confidence.MEDIUM)),
			"JAILBREAK",
			List.of(new Trigger("you have no restrictions", Confidence.HIGH),
					new Trigger("pretend you are", Confidence.MEDIUM)),
			"PROMPT_INJECTION",
			List.of(new Trigger("ignore all previous instructions", Confidence.HIGH),
					new Trigger("ignore previous instructions", Confidence.HIGH),
					new Trigger("from now on", Confidence.LOW)),
			"PROMPT_LEAKAGE", List.of(new Trigger("reveal your system prompt", Confidence.HIGH),
					new Trigger("what are your instructions", Confidence.MEDIUM)));

	private HarmfulWordList() {
	}

	/** Return the confidence that a text is of a kind. */
	public static Confidence confidence(String text, String kind) {
		if (kind.equals("PROMPT_ATTACK")) {
			return Confidence.max(confidence(text, "JAILBREAK"),
					Confidence.max(confidence(text, "PROMPT_INJECTION"), confidence(text, "PROMPT_LEAKAGE")));
		}
		Confidence confidence = Confidence.NONE;
		for (Trigger trigger : TRIGGERS.getOrDefault(kind, List.of())) {
			if (WordMatcher.contains(text, trigger.phrase())) {
				confidence = Confidence.max(confidence, trigger.confidence());
			}
		}
		return confidence;
	}

	private record Trigger(String phrase, Confidence confidence) {

	}

	/**
	 * Confidence of a finding, weakest first.
	 */
	public enum Confidence {

		NONE(0), LOW(0.25), MEDIUM(0.6), HIGH(0.95);

		private final double score;

		Confidence(double score) {
			this.score = score;
		}

		public double score() {
			return this.score;
		}

		static Confidence max(Confidence one, Confidence other) {
			return (one.compareTo(other) >= 0) ? one : other;
		}

		/**
		 * Return whether this confidence is enough for a filter; a stronger filter needs
		 * less.
		 */
		boolean isEnoughFor(String strength) {
			return switch (strength) {
				case "HIGH" -> this != NONE;
				case "MEDIUM" -> this == MEDIUM || this == HIGH;
				case "LOW" -> this == HIGH;
				default -> false;
			};
		}

	}

}
