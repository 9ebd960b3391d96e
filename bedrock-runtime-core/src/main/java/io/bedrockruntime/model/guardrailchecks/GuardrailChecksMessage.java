package io.bedrockruntime.model.guardrailchecks;

import java.util.List;

import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * A message that is checked.
 *
 * @param role the role of the author
 * @param content the blocks that make up the content, in order
 * @since 0.1.0
 */
public record GuardrailChecksMessage(GuardrailChecksRole role,
		List<GuardrailChecksContentBlock> content) implements Structure {

	/**
	 * Check the required components and make defensive copies.
	 * @param role the role of the author
	 * @param content the blocks that make up the content, in order
	 */
	public GuardrailChecksMessage {
		Assert.notNull(role, "'role' must not be null");
		Assert.notNull(content, "'content' must not be null");
		content = List.copyOf(content);
	}

	/**
	 * Return a user's message of one text.
	 * @param text the text
	 * @return the message
	 */
	public static GuardrailChecksMessage user(String text) {
		return of(GuardrailChecksRole.USER, text);
	}

	/**
	 * Return a message of one text.
	 * @param role the role of the author
	 * @param text the text
	 * @return the message
	 */
	public static GuardrailChecksMessage of(GuardrailChecksRole role, String text) {
		return new GuardrailChecksMessage(role, List.of(GuardrailChecksContentBlock.text(text)));
	}

}
