package io.bedrockruntime.model.guardrail;

import java.util.List;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Finding that the claims contradict the rules.
 *
 * @param translation the text as formal logic
 * @param contradictingRules the rules that the claims contradict
 * @param logicWarning a fault in the logic that does not depend on the policy's rules
 * @since 0.1.0
 */
public record GuardrailAutomatedReasoningInvalidFinding(@Nullable GuardrailAutomatedReasoningTranslation translation,
		@Nullable List<GuardrailAutomatedReasoningRule> contradictingRules,
		@Nullable GuardrailAutomatedReasoningLogicWarning logicWarning) implements Structure {

	/**
	 * Make defensive copies.
	 * @param translation the text as formal logic
	 * @param contradictingRules the rules that the claims contradict
	 * @param logicWarning a fault in the logic that does not depend on the policy's rules
	 */
	public GuardrailAutomatedReasoningInvalidFinding {
		contradictingRules = (contradictingRules != null) ? List.copyOf(contradictingRules) : null;
	}

}
