package io.bedrockruntime.model.converse.stream;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * A part of a tool's use in a stream.
 *
 * @param input the next piece of the input's JSON text, not JSON in itself
 * @since 0.1.0
 */
public record ToolUseBlockDelta(@Sensitive String input) implements Structure {

	/**
	 * Check what is required.
	 * @param input the next piece of the input's JSON text, not JSON in itself
	 */
	public ToolUseBlockDelta {
		Assert.notNull(input, "'input' must not be null");
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
