package io.bedrockruntime.model.converse.stream;

import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * A block of the message starts. Text blocks may come without this event.
 *
 * @param start the start of the block
 * @param contentBlockIndex the block's position in the message, counted from 0
 * @since 0.1.0
 */
public record ContentBlockStartEvent(ContentBlockStart start, int contentBlockIndex) implements Structure {

	/**
	 * Check the required components.
	 * @param start the start of the block
	 * @param contentBlockIndex the block's position in the message, counted from 0
	 */
	public ContentBlockStartEvent {
		Assert.notNull(start, "'start' must not be null");
	}

}
