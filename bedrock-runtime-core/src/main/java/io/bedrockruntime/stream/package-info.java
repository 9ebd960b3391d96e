/**
 * Streams for blocking callers, and the aggregation of a stream's events into one
 * response. Public API; start with {@link io.bedrockruntime.stream.EventStream}.
 */
@NullMarked
package io.bedrockruntime.stream;

import org.jspecify.annotations.NullMarked;
