package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Union;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Guardrail automated reasoning finding.
 *
 * @since 0.1.0
 */
public sealed interface GuardrailAutomatedReasoningFinding extends Union {

	/**
	 * Return the variant with the valid.
	 * @param valid the valid
	 * @return the variant
	 */
	static GuardrailAutomatedReasoningFinding valid(GuardrailAutomatedReasoningValidFinding valid) {
		return new Valid(valid);
	}

	/**
	 * Return the variant with the invalid.
	 * @param invalid the invalid
	 * @return the variant
	 */
	static GuardrailAutomatedReasoningFinding invalid(GuardrailAutomatedReasoningInvalidFinding invalid) {
		return new Invalid(invalid);
	}

	/**
	 * Return the variant with the satisfiable.
	 * @param satisfiable the satisfiable
	 * @return the variant
	 */
	static GuardrailAutomatedReasoningFinding satisfiable(GuardrailAutomatedReasoningSatisfiableFinding satisfiable) {
		return new Satisfiable(satisfiable);
	}

	/**
	 * Return the variant with the impossible.
	 * @param impossible the impossible
	 * @return the variant
	 */
	static GuardrailAutomatedReasoningFinding impossible(GuardrailAutomatedReasoningImpossibleFinding impossible) {
		return new Impossible(impossible);
	}

	/**
	 * Return the variant with the translation ambiguous.
	 * @param translationAmbiguous the translation ambiguous
	 * @return the variant
	 */
	static GuardrailAutomatedReasoningFinding translationAmbiguous(
			GuardrailAutomatedReasoningTranslationAmbiguousFinding translationAmbiguous) {
		return new TranslationAmbiguous(translationAmbiguous);
	}

	/**
	 * Return the variant with the too complex.
	 * @param tooComplex the too complex
	 * @return the variant
	 */
	static GuardrailAutomatedReasoningFinding tooComplex(GuardrailAutomatedReasoningTooComplexFinding tooComplex) {
		return new TooComplex(tooComplex);
	}

	/**
	 * Return the variant with the no translations.
	 * @param noTranslations the no translations
	 * @return the variant
	 */
	static GuardrailAutomatedReasoningFinding noTranslations(
			GuardrailAutomatedReasoningNoTranslationsFinding noTranslations) {
		return new NoTranslations(noTranslations);
	}

	/**
	 * The variant with the valid.
	 *
	 * @param valid the valid
	 */
	record Valid(GuardrailAutomatedReasoningValidFinding valid) implements GuardrailAutomatedReasoningFinding {

		public Valid {
			Assert.notNull(valid, "'valid' must not be null");
		}

	}

	/**
	 * The variant with the invalid.
	 *
	 * @param invalid the invalid
	 */
	record Invalid(GuardrailAutomatedReasoningInvalidFinding invalid) implements GuardrailAutomatedReasoningFinding {

		public Invalid {
			Assert.notNull(invalid, "'invalid' must not be null");
		}

	}

	/**
	 * The variant with the satisfiable.
	 *
	 * @param satisfiable the satisfiable
	 */
	record Satisfiable(
			GuardrailAutomatedReasoningSatisfiableFinding satisfiable) implements GuardrailAutomatedReasoningFinding {

		public Satisfiable {
			Assert.notNull(satisfiable, "'satisfiable' must not be null");
		}

	}

	/**
	 * The variant with the impossible.
	 *
	 * @param impossible the impossible
	 */
	record Impossible(
			GuardrailAutomatedReasoningImpossibleFinding impossible) implements GuardrailAutomatedReasoningFinding {

		public Impossible {
			Assert.notNull(impossible, "'impossible' must not be null");
		}

	}

	/**
	 * The variant with the translation ambiguous.
	 *
	 * @param translationAmbiguous the translation ambiguous
	 */
	record TranslationAmbiguous(GuardrailAutomatedReasoningTranslationAmbiguousFinding translationAmbiguous)
			implements
				GuardrailAutomatedReasoningFinding {

		public TranslationAmbiguous {
			Assert.notNull(translationAmbiguous, "'translationAmbiguous' must not be null");
		}

	}

	/**
	 * The variant with the too complex.
	 *
	 * @param tooComplex the too complex
	 */
	record TooComplex(
			GuardrailAutomatedReasoningTooComplexFinding tooComplex) implements GuardrailAutomatedReasoningFinding {

		public TooComplex {
			Assert.notNull(tooComplex, "'tooComplex' must not be null");
		}

	}

	/**
	 * The variant with the no translations.
	 *
	 * @param noTranslations the no translations
	 */
	record NoTranslations(GuardrailAutomatedReasoningNoTranslationsFinding noTranslations)
			implements
				GuardrailAutomatedReasoningFinding {

		public NoTranslations {
			Assert.notNull(noTranslations, "'noTranslations' must not be null");
		}

	}

	/**
	 * A variant that this version does not know. It is written back as it was read.
	 *
	 * @param name the member's name, empty if no member was set
	 * @param value the member's value
	 */
	record Unknown(String name, @Sensitive JsonNode value) implements GuardrailAutomatedReasoningFinding {

		public Unknown {
			Assert.notNull(name, "'name' must not be null");
			Assert.notNull(value, "'value' must not be null");
		}

		@Override
		public String toString() {
			return Redaction.toString(this);
		}

	}

}
