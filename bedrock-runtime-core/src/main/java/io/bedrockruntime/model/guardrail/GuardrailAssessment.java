package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Guardrail assessment.
 *
 * @param topicPolicy the topic policy
 * @param contentPolicy the content policy
 * @param wordPolicy the word policy
 * @param sensitiveInformationPolicy the sensitive information policy
 * @param contextualGroundingPolicy the contextual grounding policy
 * @param automatedReasoningPolicy the automated reasoning policy
 * @param invocationMetrics the invocation metrics
 * @param appliedGuardrailDetails the applied guardrail details
 * @since 0.1.0
 */
public record GuardrailAssessment(@Nullable GuardrailTopicPolicyAssessment topicPolicy,
		@Nullable GuardrailContentPolicyAssessment contentPolicy, @Nullable GuardrailWordPolicyAssessment wordPolicy,
		@Nullable GuardrailSensitiveInformationPolicyAssessment sensitiveInformationPolicy,
		@Nullable GuardrailContextualGroundingPolicyAssessment contextualGroundingPolicy,
		@Nullable GuardrailAutomatedReasoningPolicyAssessment automatedReasoningPolicy,
		@Nullable GuardrailInvocationMetrics invocationMetrics,
		@Nullable AppliedGuardrailDetails appliedGuardrailDetails) implements Structure {

}
