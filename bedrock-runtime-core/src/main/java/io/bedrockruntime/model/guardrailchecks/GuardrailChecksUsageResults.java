package io.bedrockruntime.model.guardrailchecks;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Guardrail checks usage results.
 *
 * @param contentFilter the content filter
 * @param promptAttack the prompt attack
 * @param sensitiveInformation the sensitive information
 * @since 0.1.0
 */
public record GuardrailChecksUsageResults(@Nullable GuardrailChecksContentFilterUsage contentFilter,
		@Nullable GuardrailChecksPromptAttackUsage promptAttack,
		@Nullable GuardrailChecksSensitiveInformationUsage sensitiveInformation) implements Structure {

}
