package io.bedrockruntime.model.tool;

import io.bedrockruntime.model.Structure;

/**
 * Tool choice that makes the model use at least one tool.
 *
 * @since 0.1.0
 */
public record AnyToolChoice() implements Structure {

}
