package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * An image that a guardrail assesses.
 *
 * @param format the format
 * @param source the bytes
 * @since 0.1.0
 */
public record GuardrailImageBlock(GuardrailImageFormat format, GuardrailImageSource source) implements Structure {

	/**
	 * Check the required components.
	 * @param format the format
	 * @param source the bytes
	 */
	public GuardrailImageBlock {
		Assert.notNull(format, "'format' must not be null");
		Assert.notNull(source, "'source' must not be null");
	}

}
