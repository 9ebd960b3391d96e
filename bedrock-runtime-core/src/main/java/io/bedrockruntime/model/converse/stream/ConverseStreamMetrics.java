package io.bedrockruntime.model.converse.stream;

import io.bedrockruntime.model.Structure;

/**
 * Metrics of a ConverseStream call.
 *
 * @param latencyMs the time from request to the end of the response, in milliseconds
 * @since 0.1.0
 */
public record ConverseStreamMetrics(long latencyMs) implements Structure {

}
