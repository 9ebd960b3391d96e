/**
 * Assessment of texts by guardrails. For the public guardrail package, formats and
 * operations; a reader starts with
 * {@link io.bedrockruntime.emulator.internal.guardrail.GuardrailAssessor}.
 */
@NullMarked
package io.bedrockruntime.emulator.internal.guardrail;

import org.jspecify.annotations.NullMarked;
