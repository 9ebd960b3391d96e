package io.bedrockruntime.model.guardrail;

import java.util.List;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Guardrail automated reasoning translation ambiguous finding.
 *
 * @param options the options
 * @param differenceScenarios the difference scenarios
 * @since 0.1.0
 */
public record GuardrailAutomatedReasoningTranslationAmbiguousFinding(
		@Nullable List<GuardrailAutomatedReasoningTranslationOption> options,
		@Nullable List<GuardrailAutomatedReasoningScenario> differenceScenarios) implements Structure {

	/**
	 * Copy what could change.
	 * @param options the options
	 * @param differenceScenarios the difference scenarios
	 */
	public GuardrailAutomatedReasoningTranslationAmbiguousFinding {
		options = (options != null) ? List.copyOf(options) : null;
		differenceScenarios = (differenceScenarios != null) ? List.copyOf(differenceScenarios) : null;
	}

}
