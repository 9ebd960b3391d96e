package io.bedrockruntime.model.guardrail;

import java.util.List;

import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * Denied topics that were found.
 *
 * @param topics the topics
 * @since 0.1.0
 */
public record GuardrailTopicPolicyAssessment(List<GuardrailTopic> topics) implements Structure {

	/**
	 * Check the required components and make defensive copies.
	 * @param topics the topics
	 */
	public GuardrailTopicPolicyAssessment {
		Assert.notNull(topics, "'topics' must not be null");
		topics = List.copyOf(topics);
	}

}
