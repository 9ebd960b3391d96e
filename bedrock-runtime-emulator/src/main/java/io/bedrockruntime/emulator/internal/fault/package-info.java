/**
 * Faults applied to the steps of a response. For operations and the server; a reader
 * starts with {@link io.bedrockruntime.emulator.internal.fault.FaultInjection}.
 */
@NullMarked
package io.bedrockruntime.emulator.internal.fault;

import org.jspecify.annotations.NullMarked;
