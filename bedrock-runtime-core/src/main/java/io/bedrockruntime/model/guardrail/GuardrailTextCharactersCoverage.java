package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Guardrail text characters coverage.
 *
 * @param guarded the guarded
 * @param total the total
 * @since 0.1.0
 */
public record GuardrailTextCharactersCoverage(@Nullable Integer guarded, @Nullable Integer total) implements Structure {

}
