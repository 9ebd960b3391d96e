package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Structure;

/**
 * Guardrail automated reasoning no translations finding.
 *
 * @since 0.1.0
 */
public record GuardrailAutomatedReasoningNoTranslationsFinding() implements Structure {

}
