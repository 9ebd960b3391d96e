package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Guardrail image coverage.
 *
 * @param guarded the guarded
 * @param total the total
 * @since 0.1.0
 */
public record GuardrailImageCoverage(@Nullable Integer guarded, @Nullable Integer total) implements Structure {

}
