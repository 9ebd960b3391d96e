package io.bedrockruntime.model.guardrail;

import java.util.List;

import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * Words that were found.
 *
 * @param customWords words of the guardrail's own list
 * @param managedWordLists words of lists that AWS maintains
 * @since 0.1.0
 */
public record GuardrailWordPolicyAssessment(List<GuardrailCustomWord> customWords,
		List<GuardrailManagedWord> managedWordLists) implements Structure {

	/**
	 * Check the required components and make defensive copies.
	 * @param customWords words of the guardrail's own list
	 * @param managedWordLists words of lists that AWS maintains
	 */
	public GuardrailWordPolicyAssessment {
		Assert.notNull(customWords, "'customWords' must not be null");
		customWords = List.copyOf(customWords);
		Assert.notNull(managedWordLists, "'managedWordLists' must not be null");
		managedWordLists = List.copyOf(managedWordLists);
	}

}
