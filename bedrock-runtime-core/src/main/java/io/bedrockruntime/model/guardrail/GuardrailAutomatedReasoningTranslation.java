package io.bedrockruntime.model.guardrail;

import java.util.List;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Guardrail automated reasoning translation.
 *
 * @param premises the premises
 * @param claims the claims
 * @param untranslatedPremises the untranslated premises
 * @param untranslatedClaims the untranslated claims
 * @param confidence the confidence
 * @since 0.1.0
 */
public record GuardrailAutomatedReasoningTranslation(@Nullable List<GuardrailAutomatedReasoningStatement> premises,
		@Nullable List<GuardrailAutomatedReasoningStatement> claims,
		@Nullable List<GuardrailAutomatedReasoningInputTextReference> untranslatedPremises,
		@Nullable List<GuardrailAutomatedReasoningInputTextReference> untranslatedClaims,
		@Nullable Double confidence) implements Structure {

	/**
	 * Copy what could change.
	 * @param premises the premises
	 * @param claims the claims
	 * @param untranslatedPremises the untranslated premises
	 * @param untranslatedClaims the untranslated claims
	 * @param confidence the confidence
	 */
	public GuardrailAutomatedReasoningTranslation {
		premises = (premises != null) ? List.copyOf(premises) : null;
		claims = (claims != null) ? List.copyOf(claims) : null;
		untranslatedPremises = (untranslatedPremises != null) ? List.copyOf(untranslatedPremises) : null;
		untranslatedClaims = (untranslatedClaims != null) ? List.copyOf(untranslatedClaims) : null;
	}

}
