package io.bedrockruntime.model.converse.stream;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;

import org.springframework.util.Assert;

/**
 * Tool use block delta.
 *
 * @param input the input
 * @since 0.1.0
 */
public record ToolUseBlockDelta(@Sensitive String input) implements Structure {

	/**
	 * Check what is required.
	 * @param input the input
	 */
	public ToolUseBlockDelta {
		Assert.notNull(input, "'input' must not be null");
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
