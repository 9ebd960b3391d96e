package io.bedrockruntime.model.guardrailchecks;

import io.bedrockruntime.model.Structure;

/**
 * What the check for attacks consumed.
 *
 * @param textUnits how many units of text were charged
 * @since 0.1.0
 */
public record GuardrailChecksPromptAttackUsage(int textUnits) implements Structure {

}
