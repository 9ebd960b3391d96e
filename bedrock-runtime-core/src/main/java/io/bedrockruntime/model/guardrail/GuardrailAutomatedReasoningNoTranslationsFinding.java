package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Structure;

/**
 * The text holds nothing that the rules speak of.
 *
 * @since 0.1.0
 */
public record GuardrailAutomatedReasoningNoTranslationsFinding() implements Structure {

}
