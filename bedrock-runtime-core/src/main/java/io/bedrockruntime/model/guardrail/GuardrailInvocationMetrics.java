package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Guardrail invocation metrics.
 *
 * @param guardrailProcessingLatency the guardrail processing latency
 * @param usage the usage
 * @param guardrailCoverage the guardrail coverage
 * @since 0.1.0
 */
public record GuardrailInvocationMetrics(@Nullable Long guardrailProcessingLatency, @Nullable GuardrailUsage usage,
		@Nullable GuardrailCoverage guardrailCoverage) implements Structure {

}
