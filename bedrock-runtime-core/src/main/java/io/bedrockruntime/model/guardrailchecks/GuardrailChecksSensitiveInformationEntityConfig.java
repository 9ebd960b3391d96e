package io.bedrockruntime.model.guardrailchecks;

import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * A kind of sensitive information to look for.
 *
 * @param type the type
 * @since 0.1.0
 */
public record GuardrailChecksSensitiveInformationEntityConfig(
		GuardrailChecksSensitiveInformationEntityType type) implements Structure {

	/**
	 * Check the required components.
	 * @param type the type
	 */
	public GuardrailChecksSensitiveInformationEntityConfig {
		Assert.notNull(type, "'type' must not be null");
	}

}
