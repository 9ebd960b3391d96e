package io.bedrockruntime.model.tool;

import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * A tool that the service itself provides.
 *
 * @param name the tool's name
 * @since 0.1.0
 */
public record SystemTool(String name) implements Structure {

	/**
	 * Check the required components.
	 * @param name the tool's name
	 */
	public SystemTool {
		Assert.notNull(name, "'name' must not be null");
	}

}
