package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Structure;

/**
 * Finding that the text contains nothing that the rules cover.
 *
 * @since 0.1.0
 */
public record GuardrailAutomatedReasoningNoTranslationsFinding() implements Structure {

}
