package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Guardrail automated reasoning satisfiable finding.
 *
 * @param translation the translation
 * @param claimsTrueScenario the claims true scenario
 * @param claimsFalseScenario the claims false scenario
 * @param logicWarning the logic warning
 * @since 0.1.0
 */
public record GuardrailAutomatedReasoningSatisfiableFinding(
		@Nullable GuardrailAutomatedReasoningTranslation translation,
		@Nullable GuardrailAutomatedReasoningScenario claimsTrueScenario,
		@Nullable GuardrailAutomatedReasoningScenario claimsFalseScenario,
		@Nullable GuardrailAutomatedReasoningLogicWarning logicWarning) implements Structure {

}
