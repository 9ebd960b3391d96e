package io.bedrockruntime.model.guardrail;

import java.util.List;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Finding that the text can be understood in several ways that do not agree.
 *
 * @param options the ways to understand it
 * @param differenceScenarios scenarios that show the differences
 * @since 0.1.0
 */
public record GuardrailAutomatedReasoningTranslationAmbiguousFinding(
		@Nullable List<GuardrailAutomatedReasoningTranslationOption> options,
		@Nullable List<GuardrailAutomatedReasoningScenario> differenceScenarios) implements Structure {

	/**
	 * Make defensive copies.
	 * @param options the ways to understand it
	 * @param differenceScenarios scenarios that show the differences
	 */
	public GuardrailAutomatedReasoningTranslationAmbiguousFinding {
		options = (options != null) ? List.copyOf(options) : null;
		differenceScenarios = (differenceScenarios != null) ? List.copyOf(differenceScenarios) : null;
	}

}
