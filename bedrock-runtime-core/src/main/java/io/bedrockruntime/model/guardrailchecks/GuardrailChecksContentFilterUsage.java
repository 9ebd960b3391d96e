package io.bedrockruntime.model.guardrailchecks;

import io.bedrockruntime.model.Structure;

/**
 * What the check for harmful content consumed.
 *
 * @param textUnits how many units of text were charged
 * @since 0.1.0
 */
public record GuardrailChecksContentFilterUsage(int textUnits) implements Structure {

}
