package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Structure;

/**
 * Guardrail automated reasoning too complex finding.
 *
 * @since 0.1.0
 */
public record GuardrailAutomatedReasoningTooComplexFinding() implements Structure {

}
