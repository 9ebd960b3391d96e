package io.bedrockruntime.model.converse;

import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * A format of text.
 *
 * @param type the kind of format
 * @param structure the format itself
 * @since 0.1.0
 */
public record OutputFormat(OutputFormatType type, OutputFormatStructure structure) implements Structure {

	/**
	 * Check what is required.
	 * @param type the kind of format
	 * @param structure the format itself
	 */
	public OutputFormat {
		Assert.notNull(type, "'type' must not be null");
		Assert.notNull(structure, "'structure' must not be null");
	}

}
