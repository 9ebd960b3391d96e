/**
 * HTTP server: from a request to its operation, and from the response to the connection.
 * For the emulator itself; a reader starts with
 * {@link io.bedrockruntime.emulator.internal.server.RequestDispatcher}.
 */
@NullMarked
package io.bedrockruntime.emulator.internal.server;

import org.jspecify.annotations.NullMarked;
