package io.bedrockruntime.model.converse.stream;

import io.bedrockruntime.model.Structure;

/**
 * Content block stop event.
 *
 * @param contentBlockIndex the content block index
 * @since 0.1.0
 */
public record ContentBlockStopEvent(int contentBlockIndex) implements Structure {

}
