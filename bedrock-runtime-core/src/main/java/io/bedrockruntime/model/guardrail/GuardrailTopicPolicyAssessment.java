package io.bedrockruntime.model.guardrail;

import java.util.List;

import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * Which denied topics were found.
 *
 * @param topics the topics
 * @since 0.1.0
 */
public record GuardrailTopicPolicyAssessment(List<GuardrailTopic> topics) implements Structure {

	/**
	 * Check what is required and copy what could change.
	 * @param topics the topics
	 */
	public GuardrailTopicPolicyAssessment {
		Assert.notNull(topics, "'topics' must not be null");
		topics = List.copyOf(topics);
	}

}
