package io.bedrockruntime.model.converse.stream;

import io.bedrockruntime.model.Structure;
import io.bedrockruntime.model.converse.PromptRouterTrace;
import io.bedrockruntime.model.guardrail.GuardrailTraceAssessment;
import org.jspecify.annotations.Nullable;

/**
 * What guardrail and prompt router did in a ConverseStream call.
 *
 * @param guardrail what the guardrail assessed
 * @param promptRouter what the prompt router decided
 * @since 0.1.0
 */
public record ConverseStreamTrace(@Nullable GuardrailTraceAssessment guardrail,
		@Nullable PromptRouterTrace promptRouter) implements Structure {

}
