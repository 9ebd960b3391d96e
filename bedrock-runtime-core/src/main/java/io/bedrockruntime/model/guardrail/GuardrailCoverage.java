package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Amount of content that a guardrail assessed.
 *
 * @param textCharacters the text, in characters
 * @param images the images
 * @since 0.1.0
 */
public record GuardrailCoverage(@Nullable GuardrailTextCharactersCoverage textCharacters,
		@Nullable GuardrailImageCoverage images) implements Structure {

}
