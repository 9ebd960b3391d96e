/**
 * Bidirectional sessions: signed events in, events out. For operations and the server; a
 * reader starts with {@link io.bedrockruntime.emulator.internal.session.SessionInput}.
 */
@NullMarked
package io.bedrockruntime.emulator.internal.session;

import org.jspecify.annotations.NullMarked;
