package io.bedrockruntime.model.guardrail;

import java.util.List;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Guardrail automated reasoning invalid finding.
 *
 * @param translation the translation
 * @param contradictingRules the contradicting rules
 * @param logicWarning the logic warning
 * @since 0.1.0
 */
public record GuardrailAutomatedReasoningInvalidFinding(@Nullable GuardrailAutomatedReasoningTranslation translation,
		@Nullable List<GuardrailAutomatedReasoningRule> contradictingRules,
		@Nullable GuardrailAutomatedReasoningLogicWarning logicWarning) implements Structure {

	/**
	 * Copy what could change.
	 * @param translation the translation
	 * @param contradictingRules the contradicting rules
	 * @param logicWarning the logic warning
	 */
	public GuardrailAutomatedReasoningInvalidFinding {
		contradictingRules = (contradictingRules != null) ? List.copyOf(contradictingRules) : null;
	}

}
