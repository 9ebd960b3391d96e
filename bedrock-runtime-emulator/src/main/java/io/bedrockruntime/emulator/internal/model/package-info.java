/**
 * The emulated model: from a conversation to its deterministic response. For guardrails,
 * formats, operations and the server; a reader starts with
 * {@link io.bedrockruntime.emulator.internal.model.EmulatedModel}.
 */
@NullMarked
package io.bedrockruntime.emulator.internal.model;

import org.jspecify.annotations.NullMarked;
