/**
 * Observation of calls: the data of a call and its names in spans and metrics. The names
 * are from OpenTelemetry's semantic conventions for generative AI. Names that the
 * conventions do not define begin with {@code bedrock.}.
 */
@NullMarked
package io.bedrockruntime.observation;

import org.jspecify.annotations.NullMarked;
