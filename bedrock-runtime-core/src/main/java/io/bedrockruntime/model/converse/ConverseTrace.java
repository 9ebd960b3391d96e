package io.bedrockruntime.model.converse;

import io.bedrockruntime.model.Structure;
import io.bedrockruntime.model.guardrail.GuardrailTraceAssessment;
import org.jspecify.annotations.Nullable;

/**
 * Trace of the guardrail and the prompt router in a Converse call.
 *
 * @param guardrail the assessments of the guardrail
 * @param promptRouter the decision of the prompt router
 * @since 0.1.0
 */
public record ConverseTrace(@Nullable GuardrailTraceAssessment guardrail,
		@Nullable PromptRouterTrace promptRouter) implements Structure {

}
