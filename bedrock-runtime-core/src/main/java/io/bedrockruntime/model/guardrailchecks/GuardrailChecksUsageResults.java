package io.bedrockruntime.model.guardrailchecks;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Usage of the checks.
 *
 * @param contentFilter harmful content
 * @param promptAttack attempts to attack the prompt
 * @param sensitiveInformation personal and other sensitive information
 * @since 0.1.0
 */
public record GuardrailChecksUsageResults(@Nullable GuardrailChecksContentFilterUsage contentFilter,
		@Nullable GuardrailChecksPromptAttackUsage promptAttack,
		@Nullable GuardrailChecksSensitiveInformationUsage sensitiveInformation) implements Structure {

}
