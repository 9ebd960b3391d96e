package io.bedrockruntime.model.tool;

import io.bedrockruntime.model.Structure;

/**
 * Leaves it to the model whether it uses a tool. The default.
 *
 * @since 0.1.0
 */
public record AutoToolChoice() implements Structure {

}
