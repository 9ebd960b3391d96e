/**
 * Events that listeners of a client receive, and the record of its latest outcomes.
 * Public API; start with {@link io.bedrockruntime.event.RetryEvent}.
 */
@NullMarked
package io.bedrockruntime.event;

import org.jspecify.annotations.NullMarked;
