package io.bedrockruntime.model.converse.stream;

import io.bedrockruntime.model.Structure;
import io.bedrockruntime.model.content.ToolResultStatus;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Tool result block start.
 *
 * @param toolUseId the tool use id
 * @param type the type
 * @param status the status
 * @since 0.1.0
 */
public record ToolResultBlockStart(String toolUseId, @Nullable String type,
		@Nullable ToolResultStatus status) implements Structure {

	/**
	 * Check what is required.
	 * @param toolUseId the tool use id
	 * @param type the type
	 * @param status the status
	 */
	public ToolResultBlockStart {
		Assert.notNull(toolUseId, "'toolUseId' must not be null");
	}

}
