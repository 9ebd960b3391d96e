/**
 * Auto-configuration of the Actuator endpoint that describes the clients.
 * <p>
 * The auto-configuration is public; everything else is visible to this package only.
 * Start with
 * {@link io.bedrockruntime.autoconfigure.endpoint.BedrockRuntimeEndpointAutoConfiguration}.
 */
@NullMarked
package io.bedrockruntime.autoconfigure.endpoint;

import org.jspecify.annotations.NullMarked;
