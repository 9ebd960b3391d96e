package io.bedrockruntime.model.converse.stream;

import io.bedrockruntime.model.Structure;
import io.bedrockruntime.model.converse.TokenUsage;
import io.bedrockruntime.model.invoke.PerformanceConfiguration;
import io.bedrockruntime.model.invoke.ServiceTier;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The last event of a stream: usage, metrics and trace.
 *
 * @param usage the tokens that were consumed
 * @param metrics the latency of the call
 * @param trace the trace of the guardrail and the prompt router, if it was requested
 * @param performanceConfig the performance settings, {@code null} for the default
 * @param serviceTier the tier that processes the request, {@code null} for the default
 * @since 0.1.0
 */
public record ConverseStreamMetadataEvent(TokenUsage usage, ConverseStreamMetrics metrics,
		@Nullable ConverseStreamTrace trace, @Nullable PerformanceConfiguration performanceConfig,
		@Nullable ServiceTier serviceTier) implements Structure {

	/**
	 * Check the required components.
	 * @param usage the tokens that were consumed
	 * @param metrics the latency of the call
	 * @param trace the trace of the guardrail and the prompt router, if it was requested
	 * @param performanceConfig the performance settings, {@code null} for the default
	 * @param serviceTier the tier that processes the request, {@code null} for the
	 * default
	 */
	public ConverseStreamMetadataEvent {
		Assert.notNull(usage, "'usage' must not be null");
		Assert.notNull(metrics, "'metrics' must not be null");
	}

}
