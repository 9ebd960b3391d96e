package io.bedrockruntime.model.tool;

import io.bedrockruntime.model.Structure;

/**
 * Makes the model use at least one tool.
 *
 * @since 0.1.0
 */
public record AnyToolChoice() implements Structure {

}
