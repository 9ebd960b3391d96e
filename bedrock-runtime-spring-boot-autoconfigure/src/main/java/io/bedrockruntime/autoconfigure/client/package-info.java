/**
 * Auto-configuration of the clients, the unnamed one and the named ones.
 * <p>
 * The auto-configurations are public; everything else is visible to this package only.
 * Start with
 * {@link io.bedrockruntime.autoconfigure.client.BedrockRuntimeAutoConfiguration}.
 */
@NullMarked
package io.bedrockruntime.autoconfigure.client;

import org.jspecify.annotations.NullMarked;
