/**
 * Records of the requests, calls and cancellations that the emulator has seen. Public
 * API; a reader starts with {@link io.bedrockruntime.emulator.record.RecordedRequest}.
 */
@NullMarked
package io.bedrockruntime.emulator.record;

import org.jspecify.annotations.NullMarked;
