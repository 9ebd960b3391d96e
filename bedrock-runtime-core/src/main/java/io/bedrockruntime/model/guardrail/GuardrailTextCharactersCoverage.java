package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Number of characters that a guardrail assessed.
 *
 * @param guarded the number that the guardrail assessed
 * @param total the total number
 * @since 0.1.0
 */
public record GuardrailTextCharactersCoverage(@Nullable Integer guarded, @Nullable Integer total) implements Structure {

}
