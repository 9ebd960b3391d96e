package io.bedrockruntime.model.guardrail;

import java.util.List;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Text as formal logic.
 *
 * @param premises the premises in formal logic and in natural language
 * @param claims the claims in formal logic and in natural language
 * @param untranslatedPremises pieces of text with premises that have no translation
 * @param untranslatedClaims pieces of text with claims that have no translation
 * @param confidence the confidence in the translation, from 0 to 1
 * @since 0.1.0
 */
public record GuardrailAutomatedReasoningTranslation(@Nullable List<GuardrailAutomatedReasoningStatement> premises,
		@Nullable List<GuardrailAutomatedReasoningStatement> claims,
		@Nullable List<GuardrailAutomatedReasoningInputTextReference> untranslatedPremises,
		@Nullable List<GuardrailAutomatedReasoningInputTextReference> untranslatedClaims,
		@Nullable Double confidence) implements Structure {

	/**
	 * Make defensive copies.
	 * @param premises the premises in formal logic and in natural language
	 * @param claims the claims in formal logic and in natural language
	 * @param untranslatedPremises pieces of text with premises that have no translation
	 * @param untranslatedClaims pieces of text with claims that have no translation
	 * @param confidence the confidence in the translation, from 0 to 1
	 */
	public GuardrailAutomatedReasoningTranslation {
		premises = (premises != null) ? List.copyOf(premises) : null;
		claims = (claims != null) ? List.copyOf(claims) : null;
		untranslatedPremises = (untranslatedPremises != null) ? List.copyOf(untranslatedPremises) : null;
		untranslatedClaims = (untranslatedClaims != null) ? List.copyOf(untranslatedClaims) : null;
	}

}
