package io.bedrockruntime.model.guardrailchecks;

import java.util.Arrays;
import java.util.List;

import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * Kinds of sensitive information to look for.
 *
 * @param entities the kinds of information
 * @since 0.1.0
 */
public record GuardrailChecksSensitiveInformationConfig(
		List<GuardrailChecksSensitiveInformationEntityConfig> entities) implements Structure {

	/**
	 * Check the required components and make defensive copies.
	 * @param entities the kinds of information
	 */
	public GuardrailChecksSensitiveInformationConfig {
		Assert.notNull(entities, "'entities' must not be null");
		entities = List.copyOf(entities);
	}

	/**
	 * Return a configuration that looks for some kinds of information.
	 * @param types the kinds of information to look for
	 * @return the configuration
	 */
	public static GuardrailChecksSensitiveInformationConfig of(GuardrailChecksSensitiveInformationEntityType... types) {
		return new GuardrailChecksSensitiveInformationConfig(
				Arrays.stream(types).map(GuardrailChecksSensitiveInformationEntityConfig::new).toList());
	}

}
