package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Latency, usage and coverage of an assessment.
 *
 * @param guardrailProcessingLatency the processing time of the guardrail, in milliseconds
 * @param usage the units that the policies charged
 * @param guardrailCoverage the amount of content that was assessed
 * @since 0.1.0
 */
public record GuardrailInvocationMetrics(@Nullable Long guardrailProcessingLatency, @Nullable GuardrailUsage usage,
		@Nullable GuardrailCoverage guardrailCoverage) implements Structure {

}
