package io.bedrockruntime.model.guardrailchecks;

import io.bedrockruntime.model.Structure;

/**
 * Guardrail checks prompt attack usage.
 *
 * @param textUnits the text units
 * @since 0.1.0
 */
public record GuardrailChecksPromptAttackUsage(int textUnits) implements Structure {

}
