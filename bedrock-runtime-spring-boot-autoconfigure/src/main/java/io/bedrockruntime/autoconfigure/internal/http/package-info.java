/**
 * Timeouts, connection settings and HTTP connectors of the clients.
 * <p>
 * Internal: only packages of this module may use it. Start with
 * {@link io.bedrockruntime.autoconfigure.internal.http.BedrockRuntimeConnectorFactory}.
 */
@NullMarked
package io.bedrockruntime.autoconfigure.internal.http;

import org.jspecify.annotations.NullMarked;
