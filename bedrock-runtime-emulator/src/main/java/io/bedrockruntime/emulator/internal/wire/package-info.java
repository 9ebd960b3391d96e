/**
 * Responses as steps on a connection, and the writer that performs them. For every
 * package that creates or changes responses; a reader starts with
 * {@link io.bedrockruntime.emulator.internal.wire.WireResponse}.
 */
@NullMarked
package io.bedrockruntime.emulator.internal.wire;

import org.jspecify.annotations.NullMarked;
