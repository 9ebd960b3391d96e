package io.bedrockruntime.model.converse;

import io.bedrockruntime.model.Structure;

/**
 * Converse metrics.
 *
 * @param latencyMs the latency ms
 * @since 0.1.0
 */
public record ConverseMetrics(long latencyMs) implements Structure {

}
