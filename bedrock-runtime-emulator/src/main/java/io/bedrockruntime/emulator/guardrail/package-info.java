/**
 * Guardrails that requests may name. Public API; a reader starts with
 * {@link io.bedrockruntime.emulator.guardrail.EmulatedGuardrail}.
 */
@NullMarked
package io.bedrockruntime.emulator.guardrail;

import org.jspecify.annotations.NullMarked;
