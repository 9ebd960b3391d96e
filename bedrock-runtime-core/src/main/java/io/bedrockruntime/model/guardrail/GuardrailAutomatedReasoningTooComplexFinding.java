package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Structure;

/**
 * Finding that the text was too complex to be checked in time.
 *
 * @since 0.1.0
 */
public record GuardrailAutomatedReasoningTooComplexFinding() implements Structure {

}
