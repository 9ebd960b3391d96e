package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Number of images that a guardrail assessed.
 *
 * @param guarded the number that the guardrail assessed
 * @param total the total number
 * @since 0.1.0
 */
public record GuardrailImageCoverage(@Nullable Integer guarded, @Nullable Integer total) implements Structure {

}
