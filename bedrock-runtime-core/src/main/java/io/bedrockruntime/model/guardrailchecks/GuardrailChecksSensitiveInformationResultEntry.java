package io.bedrockruntime.model.guardrailchecks;

import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * Guardrail checks sensitive information result entry.
 *
 * @param type the type
 * @param confidenceScore the confidence score
 * @param beginOffset the begin offset
 * @param endOffset the end offset
 * @param messageIndex the message index
 * @param contentIndex the content index
 * @since 0.1.0
 */
public record GuardrailChecksSensitiveInformationResultEntry(GuardrailChecksSensitiveInformationEntityType type,
		double confidenceScore, int beginOffset, int endOffset, int messageIndex,
		int contentIndex) implements Structure {

	/**
	 * Check what is required.
	 * @param type the type
	 * @param confidenceScore the confidence score
	 * @param beginOffset the begin offset
	 * @param endOffset the end offset
	 * @param messageIndex the message index
	 * @param contentIndex the content index
	 */
	public GuardrailChecksSensitiveInformationResultEntry {
		Assert.notNull(type, "'type' must not be null");
	}

}
