package io.bedrockruntime.model.invoke;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Performance settings of a call.
 *
 * @param latency standard, or optimized for speed where the model offers that
 * @since 0.1.0
 */
public record PerformanceConfiguration(@Nullable PerformanceConfigLatency latency) implements Structure {

}
