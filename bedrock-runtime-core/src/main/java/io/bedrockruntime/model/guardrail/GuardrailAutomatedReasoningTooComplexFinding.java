package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Structure;

/**
 * The text was too complex to be checked in time.
 *
 * @since 0.1.0
 */
public record GuardrailAutomatedReasoningTooComplexFinding() implements Structure {

}
