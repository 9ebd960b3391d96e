package io.bedrockruntime.model.tool;

import io.bedrockruntime.model.Structure;

/**
 * Auto tool choice.
 *
 * @since 0.1.0
 */
public record AutoToolChoice() implements Structure {

}
