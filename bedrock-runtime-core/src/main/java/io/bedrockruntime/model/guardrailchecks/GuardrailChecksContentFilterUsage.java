package io.bedrockruntime.model.guardrailchecks;

import io.bedrockruntime.model.Structure;

/**
 * Guardrail checks content filter usage.
 *
 * @param textUnits the text units
 * @since 0.1.0
 */
public record GuardrailChecksContentFilterUsage(int textUnits) implements Structure {

}
