package io.bedrockruntime.model.converse.stream;

import io.bedrockruntime.model.Structure;
import io.bedrockruntime.model.content.ToolUseType;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Tool use block start.
 *
 * @param toolUseId the tool use id
 * @param name the name
 * @param type the type
 * @since 0.1.0
 */
public record ToolUseBlockStart(String toolUseId, String name, @Nullable ToolUseType type) implements Structure {

	/**
	 * Check what is required.
	 * @param toolUseId the tool use id
	 * @param name the name
	 * @param type the type
	 */
	public ToolUseBlockStart {
		Assert.notNull(toolUseId, "'toolUseId' must not be null");
		Assert.notNull(name, "'name' must not be null");
	}

}
