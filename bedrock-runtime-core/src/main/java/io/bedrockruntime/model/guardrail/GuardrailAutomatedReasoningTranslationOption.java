package io.bedrockruntime.model.guardrail;

import java.util.List;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * One way to understand a text.
 *
 * @param translations its translations
 * @since 0.1.0
 */
public record GuardrailAutomatedReasoningTranslationOption(
		@Nullable List<GuardrailAutomatedReasoningTranslation> translations) implements Structure {

	/**
	 * Make defensive copies.
	 * @param translations its translations
	 */
	public GuardrailAutomatedReasoningTranslationOption {
		translations = (translations != null) ? List.copyOf(translations) : null;
	}

}
