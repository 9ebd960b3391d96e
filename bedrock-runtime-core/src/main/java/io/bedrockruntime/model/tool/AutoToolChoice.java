package io.bedrockruntime.model.tool;

import io.bedrockruntime.model.Structure;

/**
 * Tool choice that lets the model decide whether to use a tool. This is the default.
 *
 * @since 0.1.0
 */
public record AutoToolChoice() implements Structure {

}
