package io.bedrockruntime.model.guardrail;

import java.util.List;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Finding that the claims follow from the premises and the rules.
 *
 * @param translation the text as formal logic
 * @param claimsTrueScenario a scenario in which the claims are true
 * @param supportingRules the rules that the claims follow from
 * @param logicWarning a fault in the logic that does not depend on the policy's rules
 * @since 0.1.0
 */
public record GuardrailAutomatedReasoningValidFinding(@Nullable GuardrailAutomatedReasoningTranslation translation,
		@Nullable GuardrailAutomatedReasoningScenario claimsTrueScenario,
		@Nullable List<GuardrailAutomatedReasoningRule> supportingRules,
		@Nullable GuardrailAutomatedReasoningLogicWarning logicWarning) implements Structure {

	/**
	 * Make defensive copies.
	 * @param translation the text as formal logic
	 * @param claimsTrueScenario a scenario in which the claims are true
	 * @param supportingRules the rules that the claims follow from
	 * @param logicWarning a fault in the logic that does not depend on the policy's rules
	 */
	public GuardrailAutomatedReasoningValidFinding {
		supportingRules = (supportingRules != null) ? List.copyOf(supportingRules) : null;
	}

}
