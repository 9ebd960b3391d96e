/**
 * Observation of calls: what is known of a call, and under which names that appears in
 * spans and metrics. The names are those of OpenTelemetry's semantic conventions for
 * generative AI, and ones beginning with {@code bedrock.} where those have none.
 */
@NullMarked
package io.bedrockruntime.observation;

import org.jspecify.annotations.NullMarked;
