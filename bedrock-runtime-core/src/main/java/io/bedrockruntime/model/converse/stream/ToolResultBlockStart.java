package io.bedrockruntime.model.converse.stream;

import io.bedrockruntime.model.Structure;
import io.bedrockruntime.model.content.ToolResultStatus;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The start of a tool's result in a stream.
 *
 * @param toolUseId the identifier that ties a tool's use and its result together
 * @param type the kind of result, for tools that the service runs
 * @param status whether the tool succeeded
 * @since 0.1.0
 */
public record ToolResultBlockStart(String toolUseId, @Nullable String type,
		@Nullable ToolResultStatus status) implements Structure {

	/**
	 * Check what is required.
	 * @param toolUseId the identifier that ties a tool's use and its result together
	 * @param type the kind of result, for tools that the service runs
	 * @param status whether the tool succeeded
	 */
	public ToolResultBlockStart {
		Assert.notNull(toolUseId, "'toolUseId' must not be null");
	}

}
