/**
 * Auto-configuration of observations, span attributes and the recording of content.
 * <p>
 * The auto-configuration, its properties and
 * {@link io.bedrockruntime.autoconfigure.observation.BedrockRuntimeContentFilter} are
 * public; everything else is visible to this package only. Start with
 * {@link io.bedrockruntime.autoconfigure.observation.BedrockRuntimeObservationAutoConfiguration}.
 */
@NullMarked
package io.bedrockruntime.autoconfigure.observation;

import org.jspecify.annotations.NullMarked;
