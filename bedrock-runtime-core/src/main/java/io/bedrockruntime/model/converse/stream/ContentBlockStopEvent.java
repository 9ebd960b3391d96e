package io.bedrockruntime.model.converse.stream;

import io.bedrockruntime.model.Structure;

/**
 * A block of the message is complete.
 *
 * @param contentBlockIndex the block's position in the message, counted from 0
 * @since 0.1.0
 */
public record ContentBlockStopEvent(int contentBlockIndex) implements Structure {

}
