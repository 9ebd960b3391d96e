package io.bedrockruntime.model.converse.stream;

import io.bedrockruntime.model.Structure;
import io.bedrockruntime.model.content.ConversationRole;

import org.springframework.util.Assert;

/**
 * The message starts.
 *
 * @param role the role of the author
 * @since 0.1.0
 */
public record MessageStartEvent(ConversationRole role) implements Structure {

	/**
	 * Check the required components.
	 * @param role the role of the author
	 */
	public MessageStartEvent {
		Assert.notNull(role, "'role' must not be null");
	}

}
