package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Time, consumption and coverage of an assessment.
 *
 * @param guardrailProcessingLatency how long the guardrail took, in milliseconds
 * @param usage how many units the policies charged
 * @param guardrailCoverage how much of the content was assessed
 * @since 0.1.0
 */
public record GuardrailInvocationMetrics(@Nullable Long guardrailProcessingLatency, @Nullable GuardrailUsage usage,
		@Nullable GuardrailCoverage guardrailCoverage) implements Structure {

}
