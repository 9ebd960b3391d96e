package io.bedrockruntime.model.guardrailchecks;

import io.bedrockruntime.model.Structure;

/**
 * Guardrail checks sensitive information usage.
 *
 * @param textUnits the text units
 * @since 0.1.0
 */
public record GuardrailChecksSensitiveInformationUsage(int textUnits) implements Structure {

}
