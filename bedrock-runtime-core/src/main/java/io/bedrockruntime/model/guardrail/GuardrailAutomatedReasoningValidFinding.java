package io.bedrockruntime.model.guardrail;

import java.util.List;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Guardrail automated reasoning valid finding.
 *
 * @param translation the translation
 * @param claimsTrueScenario the claims true scenario
 * @param supportingRules the supporting rules
 * @param logicWarning the logic warning
 * @since 0.1.0
 */
public record GuardrailAutomatedReasoningValidFinding(@Nullable GuardrailAutomatedReasoningTranslation translation,
		@Nullable GuardrailAutomatedReasoningScenario claimsTrueScenario,
		@Nullable List<GuardrailAutomatedReasoningRule> supportingRules,
		@Nullable GuardrailAutomatedReasoningLogicWarning logicWarning) implements Structure {

	/**
	 * Copy what could change.
	 * @param translation the translation
	 * @param claimsTrueScenario the claims true scenario
	 * @param supportingRules the supporting rules
	 * @param logicWarning the logic warning
	 */
	public GuardrailAutomatedReasoningValidFinding {
		supportingRules = (supportingRules != null) ? List.copyOf(supportingRules) : null;
	}

}
