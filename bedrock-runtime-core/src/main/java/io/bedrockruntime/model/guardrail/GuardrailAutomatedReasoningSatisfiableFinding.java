package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Finding that the claims can be true or false, depending on facts that the text does not
 * state.
 *
 * @param translation the text as formal logic
 * @param claimsTrueScenario a scenario in which the claims are true
 * @param claimsFalseScenario a scenario in which the claims are false
 * @param logicWarning a fault in the logic that does not depend on the policy's rules
 * @since 0.1.0
 */
public record GuardrailAutomatedReasoningSatisfiableFinding(
		@Nullable GuardrailAutomatedReasoningTranslation translation,
		@Nullable GuardrailAutomatedReasoningScenario claimsTrueScenario,
		@Nullable GuardrailAutomatedReasoningScenario claimsFalseScenario,
		@Nullable GuardrailAutomatedReasoningLogicWarning logicWarning) implements Structure {

}
