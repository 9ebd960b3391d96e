package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * A rule of an automated reasoning policy.
 *
 * @param identifier the rule's identifier
 * @param policyVersionArn the ARN of the policy's version
 * @since 0.1.0
 */
public record GuardrailAutomatedReasoningRule(@Nullable String identifier,
		@Nullable String policyVersionArn) implements Structure {

}
