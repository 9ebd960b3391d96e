package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * Guardrail image block.
 *
 * @param format the format
 * @param source the source
 * @since 0.1.0
 */
public record GuardrailImageBlock(GuardrailImageFormat format, GuardrailImageSource source) implements Structure {

	/**
	 * Check what is required.
	 * @param format the format
	 * @param source the source
	 */
	public GuardrailImageBlock {
		Assert.notNull(format, "'format' must not be null");
		Assert.notNull(source, "'source' must not be null");
	}

}
