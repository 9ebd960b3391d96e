package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Guardrail topic.
 *
 * @param name the name
 * @param type the type
 * @param action the action
 * @param detected the detected
 * @since 0.1.0
 */
public record GuardrailTopic(String name, GuardrailTopicType type, GuardrailTopicPolicyAction action,
		@Nullable Boolean detected) implements Structure {

	/**
	 * Check what is required.
	 * @param name the name
	 * @param type the type
	 * @param action the action
	 * @param detected the detected
	 */
	public GuardrailTopic {
		Assert.notNull(name, "'name' must not be null");
		Assert.notNull(type, "'type' must not be null");
		Assert.notNull(action, "'action' must not be null");
	}

}
