package io.bedrockruntime.model.converse.stream;

import io.bedrockruntime.model.Structure;

/**
 * Converse stream metrics.
 *
 * @param latencyMs the latency ms
 * @since 0.1.0
 */
public record ConverseStreamMetrics(long latencyMs) implements Structure {

}
