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
	 * {@return the variant with the valid}
	 * @param valid the valid
	 */
	static GuardrailAutomatedReasoningFinding valid(GuardrailAutomatedReasoningValidFinding valid) {
		return new Valid(valid);
	}

	/**
	 * {@return the variant with the invalid}
	 * @param invalid the invalid
	 */
	static GuardrailAutomatedReasoningFinding invalid(GuardrailAutomatedReasoningInvalidFinding invalid) {
		return new Invalid(invalid);
	}

	/**
	 * {@return the variant with the satisfiable}
	 * @param satisfiable the satisfiable
	 */
	static GuardrailAutomatedReasoningFinding satisfiable(GuardrailAutomatedReasoningSatisfiableFinding satisfiable) {
		return new Satisfiable(satisfiable);
	}

	/**
	 * {@return the variant with the impossible}
	 * @param impossible the impossible
	 */
	static GuardrailAutomatedReasoningFinding impossible(GuardrailAutomatedReasoningImpossibleFinding impossible) {
		return new Impossible(impossible);
	}

	/**
	 * {@return the variant with the translation ambiguous}
	 * @param translationAmbiguous the translation ambiguous
	 */
	static GuardrailAutomatedReasoningFinding translationAmbiguous(
			GuardrailAutomatedReasoningTranslationAmbiguousFinding translationAmbiguous) {
		return new TranslationAmbiguous(translationAmbiguous);
	}

	/**
	 * {@return the variant with the too complex}
	 * @param tooComplex the too complex
	 */
	static GuardrailAutomatedReasoningFinding tooComplex(GuardrailAutomatedReasoningTooComplexFinding tooComplex) {
		return new TooComplex(tooComplex);
	}

	/**
	 * {@return the variant with the no translations}
	 * @param noTranslations the no translations
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

		/**
		 * Check that there is a value.
		 * @param valid the valid
		 */
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

		/**
		 * Check that there is a value.
		 * @param invalid the invalid
		 */
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

		/**
		 * Check that there is a value.
		 * @param satisfiable the satisfiable
		 */
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

		/**
		 * Check that there is a value.
		 * @param impossible the impossible
		 */
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

		/**
		 * Check that there is a value.
		 * @param translationAmbiguous the translation ambiguous
		 */
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

		/**
		 * Check that there is a value.
		 * @param tooComplex the too complex
		 */
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

		/**
		 * Check that there is a value.
		 * @param noTranslations the no translations
		 */
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

		/**
		 * Check that there is a value.
		 * @param name the member's name, empty if no member was set
		 * @param value the member's value
		 */
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
