package io.bedrockruntime.model.converse.stream;

import io.bedrockruntime.model.Structure;
import io.bedrockruntime.model.content.ImageFormat;

import org.springframework.util.Assert;

/**
 * The start of an image in a stream.
 *
 * @param format the format
 * @since 0.1.0
 */
public record ImageBlockStart(ImageFormat format) implements Structure {

	/**
	 * Check what is required.
	 * @param format the format
	 */
	public ImageBlockStart {
		Assert.notNull(format, "'format' must not be null");
	}

}
