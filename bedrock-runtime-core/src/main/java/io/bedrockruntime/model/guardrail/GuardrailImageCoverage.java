package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * How many of the images a guardrail assessed.
 *
 * @param guarded how much of it the guardrail assessed
 * @param total how much of it there was
 * @since 0.1.0
 */
public record GuardrailImageCoverage(@Nullable Integer guarded, @Nullable Integer total) implements Structure {

}
