package io.bedrockruntime.model.converse;

import io.bedrockruntime.model.Structure;
import io.bedrockruntime.model.guardrail.GuardrailTraceAssessment;
import org.jspecify.annotations.Nullable;

/**
 * Converse trace.
 *
 * @param guardrail the guardrail
 * @param promptRouter the prompt router
 * @since 0.1.0
 */
public record ConverseTrace(@Nullable GuardrailTraceAssessment guardrail,
		@Nullable PromptRouterTrace promptRouter) implements Structure {

}
