/**
 * Observation, log line and outcome of a call. Internal: used by the life of a call.
 * Start with {@link io.bedrockruntime.internal.observe.CallInstrumentation}.
 */
@NullMarked
package io.bedrockruntime.internal.observe;

import org.jspecify.annotations.NullMarked;
