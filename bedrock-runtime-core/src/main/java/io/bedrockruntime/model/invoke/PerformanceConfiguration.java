package io.bedrockruntime.model.invoke;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Performance configuration.
 *
 * @param latency the latency
 * @since 0.1.0
 */
public record PerformanceConfiguration(@Nullable PerformanceConfigLatency latency) implements Structure {

}
