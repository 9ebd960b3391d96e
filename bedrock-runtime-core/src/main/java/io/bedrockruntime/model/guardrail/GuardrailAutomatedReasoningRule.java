package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Guardrail automated reasoning rule.
 *
 * @param identifier the identifier
 * @param policyVersionArn the policy version arn
 * @since 0.1.0
 */
public record GuardrailAutomatedReasoningRule(@Nullable String identifier,
		@Nullable String policyVersionArn) implements Structure {

}
