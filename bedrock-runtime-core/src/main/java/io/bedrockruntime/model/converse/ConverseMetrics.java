package io.bedrockruntime.model.converse;

import io.bedrockruntime.model.Structure;

/**
 * Metrics of a Converse call.
 *
 * @param latencyMs the time from request to the end of the response, in milliseconds
 * @since 0.1.0
 */
public record ConverseMetrics(long latencyMs) implements Structure {

}
