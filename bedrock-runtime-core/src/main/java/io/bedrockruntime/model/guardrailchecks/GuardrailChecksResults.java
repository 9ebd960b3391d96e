package io.bedrockruntime.model.guardrailchecks;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Findings of the checks. A check that was not run is absent.
 *
 * @param contentFilter harmful content
 * @param promptAttack attempts to attack the prompt
 * @param sensitiveInformation personal and other sensitive information
 * @since 0.1.0
 */
public record GuardrailChecksResults(@Nullable GuardrailChecksContentFilterResult contentFilter,
		@Nullable GuardrailChecksPromptAttackResult promptAttack,
		@Nullable GuardrailChecksSensitiveInformationResult sensitiveInformation) implements Structure {

}
