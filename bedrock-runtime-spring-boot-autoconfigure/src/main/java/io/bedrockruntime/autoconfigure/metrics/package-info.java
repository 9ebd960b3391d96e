/**
 * Auto-configuration of the meters that the observation of a call does not create.
 * <p>
 * The auto-configuration and its properties are public; everything else is visible to
 * this package only. Start with
 * {@link io.bedrockruntime.autoconfigure.metrics.BedrockRuntimeMetricsAutoConfiguration}.
 */
@NullMarked
package io.bedrockruntime.autoconfigure.metrics;

import org.jspecify.annotations.NullMarked;
