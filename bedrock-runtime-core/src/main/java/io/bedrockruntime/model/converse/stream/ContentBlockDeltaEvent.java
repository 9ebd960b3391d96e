package io.bedrockruntime.model.converse.stream;

import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * Content block delta event.
 *
 * @param delta the delta
 * @param contentBlockIndex the content block index
 * @since 0.1.0
 */
public record ContentBlockDeltaEvent(ContentBlockDelta delta, int contentBlockIndex) implements Structure {

	/**
	 * Check what is required.
	 * @param delta the delta
	 * @param contentBlockIndex the content block index
	 */
	public ContentBlockDeltaEvent {
		Assert.notNull(delta, "'delta' must not be null");
	}

}
