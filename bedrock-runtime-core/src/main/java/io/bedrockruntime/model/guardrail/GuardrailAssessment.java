package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Findings of a guardrail's policies. A policy without findings is absent.
 *
 * @param topicPolicy denied topics
 * @param contentPolicy harmful content
 * @param wordPolicy words and profanity
 * @param sensitiveInformationPolicy personal information and patterns
 * @param contextualGroundingPolicy grounding in the source and relevance to the question
 * @param automatedReasoningPolicy findings of automated reasoning
 * @param invocationMetrics latency, usage and coverage
 * @param appliedGuardrailDetails the guardrail that made the assessment
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
