package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Guardrail usage.
 *
 * @param topicPolicyUnits the topic policy units
 * @param contentPolicyUnits the content policy units
 * @param wordPolicyUnits the word policy units
 * @param sensitiveInformationPolicyUnits the sensitive information policy units
 * @param sensitiveInformationPolicyFreeUnits the sensitive information policy free units
 * @param contextualGroundingPolicyUnits the contextual grounding policy units
 * @param contentPolicyImageUnits the content policy image units
 * @param automatedReasoningPolicyUnits the automated reasoning policy units
 * @param automatedReasoningPolicies the automated reasoning policies
 * @since 0.1.0
 */
public record GuardrailUsage(int topicPolicyUnits, int contentPolicyUnits, int wordPolicyUnits,
		int sensitiveInformationPolicyUnits, int sensitiveInformationPolicyFreeUnits,
		int contextualGroundingPolicyUnits, @Nullable Integer contentPolicyImageUnits,
		@Nullable Integer automatedReasoningPolicyUnits,
		@Nullable Integer automatedReasoningPolicies) implements Structure {

}
