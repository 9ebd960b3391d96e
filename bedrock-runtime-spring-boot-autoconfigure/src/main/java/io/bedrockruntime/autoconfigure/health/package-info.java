/**
 * Auto-configuration of the health indicator for the clients.
 * <p>
 * The auto-configuration and its properties are public; everything else is visible to
 * this package only. Start with
 * {@link io.bedrockruntime.autoconfigure.health.BedrockRuntimeHealthContributorAutoConfiguration}.
 */
@NullMarked
package io.bedrockruntime.autoconfigure.health;

import org.jspecify.annotations.NullMarked;
