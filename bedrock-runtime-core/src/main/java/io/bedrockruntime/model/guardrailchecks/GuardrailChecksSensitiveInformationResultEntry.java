package io.bedrockruntime.model.guardrailchecks;

import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * A piece of sensitive information and its location.
 *
 * @param type the type
 * @param confidenceScore the confidence of the check
 * @param beginOffset the start in the text
 * @param endOffset the end in the text
 * @param messageIndex the message's position, counted from 0
 * @param contentIndex the block's position in the message, counted from 0
 * @since 0.1.0
 */
public record GuardrailChecksSensitiveInformationResultEntry(GuardrailChecksSensitiveInformationEntityType type,
		double confidenceScore, int beginOffset, int endOffset, int messageIndex,
		int contentIndex) implements Structure {

	/**
	 * Check the required components.
	 * @param type the type
	 * @param confidenceScore the confidence of the check
	 * @param beginOffset the start in the text
	 * @param endOffset the end in the text
	 * @param messageIndex the message's position, counted from 0
	 * @param contentIndex the block's position in the message, counted from 0
	 */
	public GuardrailChecksSensitiveInformationResultEntry {
		Assert.notNull(type, "'type' must not be null");
	}

}
