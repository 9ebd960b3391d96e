/**
 * Descriptions of the configured clients, which health and the Actuator endpoint read.
 * <p>
 * Internal: only packages of this module may use it. Start with
 * {@link io.bedrockruntime.autoconfigure.internal.client.ConfiguredClients}.
 */
@NullMarked
package io.bedrockruntime.autoconfigure.internal.client;

import org.jspecify.annotations.NullMarked;
