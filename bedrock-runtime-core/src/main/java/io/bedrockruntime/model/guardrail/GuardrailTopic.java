package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A denied topic that was found.
 *
 * @param name the topic's name
 * @param type the type
 * @param action the action that the guardrail took
 * @param detected whether it was found, even if no action was taken
 * @since 0.1.0
 */
public record GuardrailTopic(String name, GuardrailTopicType type, GuardrailTopicPolicyAction action,
		@Nullable Boolean detected) implements Structure {

	/**
	 * Check the required components.
	 * @param name the topic's name
	 * @param type the type
	 * @param action the action that the guardrail took
	 * @param detected whether it was found, even if no action was taken
	 */
	public GuardrailTopic {
		Assert.notNull(name, "'name' must not be null");
		Assert.notNull(type, "'type' must not be null");
		Assert.notNull(action, "'action' must not be null");
	}

}
