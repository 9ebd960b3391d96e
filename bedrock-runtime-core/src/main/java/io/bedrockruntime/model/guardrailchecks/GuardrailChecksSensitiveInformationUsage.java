package io.bedrockruntime.model.guardrailchecks;

import io.bedrockruntime.model.Structure;

/**
 * What the check for sensitive information consumed.
 *
 * @param textUnits how many units of text were charged
 * @since 0.1.0
 */
public record GuardrailChecksSensitiveInformationUsage(int textUnits) implements Structure {

}
