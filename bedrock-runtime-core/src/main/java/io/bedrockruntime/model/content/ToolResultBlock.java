package io.bedrockruntime.model.content;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * The result of a tool use.
 *
 * @param toolUseId the identifier that links a tool use and its result
 * @param content the result
 * @param status whether the tool succeeded, only for models that support it
 * @param type the kind of result, for tools that the service runs
 * @param unknownMembers members that this version does not know, kept so that they are
 * sent back; empty if there are none
 * @since 0.1.0
 */
public record ToolResultBlock(String toolUseId, List<ToolResultContentBlock> content, @Nullable ToolResultStatus status,
		@Nullable String type,
		@JsonAnySetter @JsonAnyGetter @Sensitive Map<String, JsonNode> unknownMembers) implements Structure {

	/**
	 * Check the required components and make defensive copies.
	 * @param toolUseId the identifier that links a tool use and its result
	 * @param content the result
	 * @param status whether the tool succeeded, only for models that support it
	 * @param type the kind of result, for tools that the service runs
	 * @param unknownMembers members that this version does not know
	 */
	public ToolResultBlock {
		Assert.notNull(toolUseId, "'toolUseId' must not be null");
		Assert.notNull(content, "'content' must not be null");
		content = List.copyOf(content);
		Assert.notNull(unknownMembers, "'unknownMembers' must not be null");
		unknownMembers = unknownMembers.isEmpty() ? Map.of()
				: Collections.unmodifiableMap(new LinkedHashMap<>(unknownMembers));
	}

	/**
	 * Create an instance without unknown members.
	 * @param toolUseId the identifier that links a tool use and its result
	 * @param content the result
	 * @param status whether the tool succeeded, only for models that support it
	 * @param type the kind of result, for tools that the service runs
	 */
	public ToolResultBlock(String toolUseId, List<ToolResultContentBlock> content, @Nullable ToolResultStatus status,
			@Nullable String type) {
		this(toolUseId, content, status, type, Map.of());
	}

	/**
	 * Return an instance with only the required components.
	 * @param toolUseId the identifier that links a tool use and its result
	 * @param content the result
	 * @return the new record
	 */
	public static ToolResultBlock of(String toolUseId, List<ToolResultContentBlock> content) {
		return new ToolResultBlock(toolUseId, content, null, null);
	}

	/**
	 * Return a copy with another {@code status}.
	 * @param status whether the tool succeeded, only for models that support it
	 * @return the copy
	 */
	public ToolResultBlock withStatus(@Nullable ToolResultStatus status) {
		return new ToolResultBlock(this.toolUseId, this.content, status, this.type, this.unknownMembers);
	}

	/**
	 * Return a copy with another {@code type}.
	 * @param type the kind of result, for tools that the service runs
	 * @return the copy
	 */
	public ToolResultBlock withType(@Nullable String type) {
		return new ToolResultBlock(this.toolUseId, this.content, this.status, type, this.unknownMembers);
	}

	/**
	 * Return a text result.
	 * @param toolUseId the identifier of the tool use
	 * @param text the result
	 * @return the block
	 */
	public static ToolResultBlock text(String toolUseId, String text) {
		return of(toolUseId, List.of(ToolResultContentBlock.text(text)));
	}

	/**
	 * Return a JSON result.
	 * @param toolUseId the identifier of the tool use
	 * @param json the result
	 * @return the block
	 */
	public static ToolResultBlock json(String toolUseId, JsonNode json) {
		return of(toolUseId, List.of(ToolResultContentBlock.json(json)));
	}

	/**
	 * Return the result of a tool that failed.
	 * @param toolUseId the identifier of the tool use
	 * @param message the description of the failure for the model
	 * @return the block
	 */
	public static ToolResultBlock error(String toolUseId, String message) {
		return text(toolUseId, message).withStatus(ToolResultStatus.ERROR);
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
