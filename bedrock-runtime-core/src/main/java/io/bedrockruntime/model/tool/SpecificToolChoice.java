package io.bedrockruntime.model.tool;

import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * Tool choice that makes the model use a specific tool.
 *
 * @param name the tool's name
 * @since 0.1.0
 */
public record SpecificToolChoice(String name) implements Structure {

	/**
	 * Check the required components.
	 * @param name the tool's name
	 */
	public SpecificToolChoice {
		Assert.notNull(name, "'name' must not be null");
	}

}
