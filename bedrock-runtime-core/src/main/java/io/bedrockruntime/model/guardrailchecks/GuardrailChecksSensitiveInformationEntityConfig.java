package io.bedrockruntime.model.guardrailchecks;

import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * Guardrail checks sensitive information entity config.
 *
 * @param type the type
 * @since 0.1.0
 */
public record GuardrailChecksSensitiveInformationEntityConfig(
		GuardrailChecksSensitiveInformationEntityType type) implements Structure {

	/**
	 * Check what is required.
	 * @param type the type
	 */
	public GuardrailChecksSensitiveInformationEntityConfig {
		Assert.notNull(type, "'type' must not be null");
	}

}
