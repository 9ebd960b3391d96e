package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Union;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * A finding of automated reasoning about a statement.
 *
 * @since 0.1.0
 */
public sealed interface GuardrailAutomatedReasoningFinding extends Union {

	/**
	 * {@return the variant with claims that follow from the rules}
	 * @param valid claims that follow from the rules
	 */
	static GuardrailAutomatedReasoningFinding valid(GuardrailAutomatedReasoningValidFinding valid) {
		return new Valid(valid);
	}

	/**
	 * {@return the variant with claims that contradict the rules}
	 * @param invalid claims that contradict the rules
	 */
	static GuardrailAutomatedReasoningFinding invalid(GuardrailAutomatedReasoningInvalidFinding invalid) {
		return new Invalid(invalid);
	}

	/**
	 * {@return the variant with claims that may be true or false}
	 * @param satisfiable claims that may be true or false
	 */
	static GuardrailAutomatedReasoningFinding satisfiable(GuardrailAutomatedReasoningSatisfiableFinding satisfiable) {
		return new Satisfiable(satisfiable);
	}

	/**
	 * {@return the variant with premises that contradict the rules or each other}
	 * @param impossible premises that contradict the rules or each other
	 */
	static GuardrailAutomatedReasoningFinding impossible(GuardrailAutomatedReasoningImpossibleFinding impossible) {
		return new Impossible(impossible);
	}

	/**
	 * {@return the variant with text that can be understood in several ways}
	 * @param translationAmbiguous text that can be understood in several ways
	 */
	static GuardrailAutomatedReasoningFinding translationAmbiguous(
			GuardrailAutomatedReasoningTranslationAmbiguousFinding translationAmbiguous) {
		return new TranslationAmbiguous(translationAmbiguous);
	}

	/**
	 * {@return the variant with text that was too complex to be checked}
	 * @param tooComplex text that was too complex to be checked
	 */
	static GuardrailAutomatedReasoningFinding tooComplex(GuardrailAutomatedReasoningTooComplexFinding tooComplex) {
		return new TooComplex(tooComplex);
	}

	/**
	 * {@return the variant with text that contains nothing that the rules cover}
	 * @param noTranslations text that contains nothing that the rules cover
	 */
	static GuardrailAutomatedReasoningFinding noTranslations(
			GuardrailAutomatedReasoningNoTranslationsFinding noTranslations) {
		return new NoTranslations(noTranslations);
	}

	/**
	 * The variant with claims that follow from the rules.
	 *
	 * @param valid claims that follow from the rules
	 */
	record Valid(GuardrailAutomatedReasoningValidFinding valid) implements GuardrailAutomatedReasoningFinding {

		/**
		 * Check that no component is null.
		 * @param valid claims that follow from the rules
		 */
		public Valid {
			Assert.notNull(valid, "'valid' must not be null");
		}

	}

	/**
	 * The variant with claims that contradict the rules.
	 *
	 * @param invalid claims that contradict the rules
	 */
	record Invalid(GuardrailAutomatedReasoningInvalidFinding invalid) implements GuardrailAutomatedReasoningFinding {

		/**
		 * Check that no component is null.
		 * @param invalid claims that contradict the rules
		 */
		public Invalid {
			Assert.notNull(invalid, "'invalid' must not be null");
		}

	}

	/**
	 * The variant with claims that may be true or false.
	 *
	 * @param satisfiable claims that may be true or false
	 */
	record Satisfiable(
			GuardrailAutomatedReasoningSatisfiableFinding satisfiable) implements GuardrailAutomatedReasoningFinding {

		/**
		 * Check that no component is null.
		 * @param satisfiable claims that may be true or false
		 */
		public Satisfiable {
			Assert.notNull(satisfiable, "'satisfiable' must not be null");
		}

	}

	/**
	 * The variant with premises that contradict the rules or each other.
	 *
	 * @param impossible premises that contradict the rules or each other
	 */
	record Impossible(
			GuardrailAutomatedReasoningImpossibleFinding impossible) implements GuardrailAutomatedReasoningFinding {

		/**
		 * Check that no component is null.
		 * @param impossible premises that contradict the rules or each other
		 */
		public Impossible {
			Assert.notNull(impossible, "'impossible' must not be null");
		}

	}

	/**
	 * The variant with text that can be understood in several ways.
	 *
	 * @param translationAmbiguous text that can be understood in several ways
	 */
	record TranslationAmbiguous(GuardrailAutomatedReasoningTranslationAmbiguousFinding translationAmbiguous)
			implements
				GuardrailAutomatedReasoningFinding {

		/**
		 * Check that no component is null.
		 * @param translationAmbiguous text that can be understood in several ways
		 */
		public TranslationAmbiguous {
			Assert.notNull(translationAmbiguous, "'translationAmbiguous' must not be null");
		}

	}

	/**
	 * The variant with text that was too complex to be checked.
	 *
	 * @param tooComplex text that was too complex to be checked
	 */
	record TooComplex(
			GuardrailAutomatedReasoningTooComplexFinding tooComplex) implements GuardrailAutomatedReasoningFinding {

		/**
		 * Check that no component is null.
		 * @param tooComplex text that was too complex to be checked
		 */
		public TooComplex {
			Assert.notNull(tooComplex, "'tooComplex' must not be null");
		}

	}

	/**
	 * The variant with text that contains nothing that the rules cover.
	 *
	 * @param noTranslations text that contains nothing that the rules cover
	 */
	record NoTranslations(GuardrailAutomatedReasoningNoTranslationsFinding noTranslations)
			implements
				GuardrailAutomatedReasoningFinding {

		/**
		 * Check that no component is null.
		 * @param noTranslations text that contains nothing that the rules cover
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
		 * Check that no component is null.
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
