package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Units that each policy charged.
 *
 * @param topicPolicyUnits units of the topic policy
 * @param contentPolicyUnits units of the content policy
 * @param wordPolicyUnits units of the word policy
 * @param sensitiveInformationPolicyUnits units of the sensitive information policy
 * @param sensitiveInformationPolicyFreeUnits units of the sensitive information policy
 * that are free of charge
 * @param contextualGroundingPolicyUnits units of the contextual grounding policy
 * @param contentPolicyImageUnits images that the content policy assessed
 * @param automatedReasoningPolicyUnits units of the automated reasoning policy
 * @param automatedReasoningPolicies the number of automated reasoning policies
 * @since 0.1.0
 */
public record GuardrailUsage(int topicPolicyUnits, int contentPolicyUnits, int wordPolicyUnits,
		int sensitiveInformationPolicyUnits, int sensitiveInformationPolicyFreeUnits,
		int contextualGroundingPolicyUnits, @Nullable Integer contentPolicyImageUnits,
		@Nullable Integer automatedReasoningPolicyUnits,
		@Nullable Integer automatedReasoningPolicies) implements Structure {

}
