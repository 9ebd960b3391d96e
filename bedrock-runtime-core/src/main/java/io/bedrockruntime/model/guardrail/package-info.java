/**
 * The ApplyGuardrail operation, guardrail settings and assessments.
 */
@NullMarked
package io.bedrockruntime.model.guardrail;

import org.jspecify.annotations.NullMarked;
