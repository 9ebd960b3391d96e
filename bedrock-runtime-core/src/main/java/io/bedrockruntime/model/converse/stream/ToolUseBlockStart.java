package io.bedrockruntime.model.converse.stream;

import io.bedrockruntime.model.Structure;
import io.bedrockruntime.model.content.ToolUseType;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The start of a tool's use in a stream.
 *
 * @param toolUseId the identifier that ties a tool's use and its result together
 * @param name the tool's name
 * @param type the kind of use, absent for tools that the application runs
 * @since 0.1.0
 */
public record ToolUseBlockStart(String toolUseId, String name, @Nullable ToolUseType type) implements Structure {

	/**
	 * Check what is required.
	 * @param toolUseId the identifier that ties a tool's use and its result together
	 * @param name the tool's name
	 * @param type the kind of use, absent for tools that the application runs
	 */
	public ToolUseBlockStart {
		Assert.notNull(toolUseId, "'toolUseId' must not be null");
		Assert.notNull(name, "'name' must not be null");
	}

}
