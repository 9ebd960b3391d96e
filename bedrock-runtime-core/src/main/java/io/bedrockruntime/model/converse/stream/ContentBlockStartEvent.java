package io.bedrockruntime.model.converse.stream;

import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * Content block start event.
 *
 * @param start the start
 * @param contentBlockIndex the content block index
 * @since 0.1.0
 */
public record ContentBlockStartEvent(ContentBlockStart start, int contentBlockIndex) implements Structure {

	/**
	 * Check what is required.
	 * @param start the start
	 * @param contentBlockIndex the content block index
	 */
	public ContentBlockStartEvent {
		Assert.notNull(start, "'start' must not be null");
	}

}
