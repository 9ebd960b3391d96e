package io.bedrockruntime.model.tool;

import io.bedrockruntime.model.Structure;

/**
 * Any tool choice.
 *
 * @since 0.1.0
 */
public record AnyToolChoice() implements Structure {

}
