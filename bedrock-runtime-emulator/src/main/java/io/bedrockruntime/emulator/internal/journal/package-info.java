/**
 * Bounded journal of requests, events and cancellations. For the server and the emulator
 * itself; a reader starts with
 * {@link io.bedrockruntime.emulator.internal.journal.Journal}.
 */
@NullMarked
package io.bedrockruntime.emulator.internal.journal;

import org.jspecify.annotations.NullMarked;
