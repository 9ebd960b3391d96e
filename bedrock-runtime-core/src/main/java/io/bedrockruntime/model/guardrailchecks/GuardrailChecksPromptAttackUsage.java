package io.bedrockruntime.model.guardrailchecks;

import io.bedrockruntime.model.Structure;

/**
 * Usage of the check for attacks.
 *
 * @param textUnits the number of text units that were charged
 * @since 0.1.0
 */
public record GuardrailChecksPromptAttackUsage(int textUnits) implements Structure {

}
