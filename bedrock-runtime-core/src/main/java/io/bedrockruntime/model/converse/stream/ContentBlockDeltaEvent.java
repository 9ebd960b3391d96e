package io.bedrockruntime.model.converse.stream;

import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * The next part of a block of the message.
 *
 * @param delta the part
 * @param contentBlockIndex the block's position in the message, counted from 0
 * @since 0.1.0
 */
public record ContentBlockDeltaEvent(ContentBlockDelta delta, int contentBlockIndex) implements Structure {

	/**
	 * Check the required components.
	 * @param delta the part
	 * @param contentBlockIndex the block's position in the message, counted from 0
	 */
	public ContentBlockDeltaEvent {
		Assert.notNull(delta, "'delta' must not be null");
	}

}
