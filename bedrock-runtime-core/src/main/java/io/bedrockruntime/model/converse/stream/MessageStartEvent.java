package io.bedrockruntime.model.converse.stream;

import io.bedrockruntime.model.Structure;
import io.bedrockruntime.model.content.ConversationRole;

import org.springframework.util.Assert;

/**
 * Message start event.
 *
 * @param role the role
 * @since 0.1.0
 */
public record MessageStartEvent(ConversationRole role) implements Structure {

	/**
	 * Check what is required.
	 * @param role the role
	 */
	public MessageStartEvent {
		Assert.notNull(role, "'role' must not be null");
	}

}
