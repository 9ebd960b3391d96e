package io.bedrockruntime.model.guardrailchecks;

import io.bedrockruntime.model.Structure;

/**
 * Usage of the check for sensitive information.
 *
 * @param textUnits the number of text units that were charged
 * @since 0.1.0
 */
public record GuardrailChecksSensitiveInformationUsage(int textUnits) implements Structure {

}
