/**
 * Reactive decoding of an event stream with its timeouts, limits and demand. Internal:
 * used by the life of a call. Start with
 * {@link io.bedrockruntime.internal.eventstream.EventStreamFlux}.
 */
@NullMarked
package io.bedrockruntime.internal.eventstream;

import org.jspecify.annotations.NullMarked;
