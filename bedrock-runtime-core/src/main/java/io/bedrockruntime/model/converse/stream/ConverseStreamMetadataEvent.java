package io.bedrockruntime.model.converse.stream;

import io.bedrockruntime.model.Structure;
import io.bedrockruntime.model.converse.TokenUsage;
import io.bedrockruntime.model.invoke.PerformanceConfiguration;
import io.bedrockruntime.model.invoke.ServiceTier;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Converse stream metadata event.
 *
 * @param usage the usage
 * @param metrics the metrics
 * @param trace the trace
 * @param performanceConfig the performance config
 * @param serviceTier the service tier
 * @since 0.1.0
 */
public record ConverseStreamMetadataEvent(TokenUsage usage, ConverseStreamMetrics metrics,
		@Nullable ConverseStreamTrace trace, @Nullable PerformanceConfiguration performanceConfig,
		@Nullable ServiceTier serviceTier) implements Structure {

	/**
	 * Check what is required.
	 * @param usage the usage
	 * @param metrics the metrics
	 * @param trace the trace
	 * @param performanceConfig the performance config
	 * @param serviceTier the service tier
	 */
	public ConverseStreamMetadataEvent {
		Assert.notNull(usage, "'usage' must not be null");
		Assert.notNull(metrics, "'metrics' must not be null");
	}

}
