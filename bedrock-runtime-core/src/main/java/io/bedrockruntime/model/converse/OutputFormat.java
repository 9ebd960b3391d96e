package io.bedrockruntime.model.converse;

import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * A format of text.
 *
 * @param type the kind of format
 * @param structure the definition of the format
 * @since 0.1.0
 */
public record OutputFormat(OutputFormatType type, OutputFormatStructure structure) implements Structure {

	/**
	 * Check the required components.
	 * @param type the kind of format
	 * @param structure the definition of the format
	 */
	public OutputFormat {
		Assert.notNull(type, "'type' must not be null");
		Assert.notNull(structure, "'structure' must not be null");
	}

}
