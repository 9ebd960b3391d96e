package io.bedrockruntime.model.guardrailchecks;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Guardrail checks results.
 *
 * @param contentFilter the content filter
 * @param promptAttack the prompt attack
 * @param sensitiveInformation the sensitive information
 * @since 0.1.0
 */
public record GuardrailChecksResults(@Nullable GuardrailChecksContentFilterResult contentFilter,
		@Nullable GuardrailChecksPromptAttackResult promptAttack,
		@Nullable GuardrailChecksSensitiveInformationResult sensitiveInformation) implements Structure {

}
