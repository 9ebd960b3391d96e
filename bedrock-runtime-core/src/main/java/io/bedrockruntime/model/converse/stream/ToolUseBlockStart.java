package io.bedrockruntime.model.converse.stream;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import io.bedrockruntime.model.content.ToolUseType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * The start of a tool use in a stream.
 *
 * @param toolUseId the identifier that links a tool use and its result
 * @param name the tool's name
 * @param type the kind of use, absent for tools that the application runs
 * @param unknownMembers members that this version does not know, kept for the message;
 * empty if there are none
 * @since 0.1.0
 */
public record ToolUseBlockStart(String toolUseId, String name, @Nullable ToolUseType type,
		@JsonAnySetter @JsonAnyGetter @Sensitive Map<String, JsonNode> unknownMembers) implements Structure {

	/**
	 * Check the required components and make defensive copies.
	 * @param toolUseId the identifier that links a tool use and its result
	 * @param name the tool's name
	 * @param type the kind of use, absent for tools that the application runs
	 * @param unknownMembers members that this version does not know
	 */
	public ToolUseBlockStart {
		Assert.notNull(toolUseId, "'toolUseId' must not be null");
		Assert.notNull(name, "'name' must not be null");
		Assert.notNull(unknownMembers, "'unknownMembers' must not be null");
		unknownMembers = unknownMembers.isEmpty() ? Map.of()
				: Collections.unmodifiableMap(new LinkedHashMap<>(unknownMembers));
	}

	/**
	 * Create an instance without unknown members.
	 * @param toolUseId the identifier that links a tool use and its result
	 * @param name the tool's name
	 * @param type the kind of use, absent for tools that the application runs
	 */
	public ToolUseBlockStart(String toolUseId, String name, @Nullable ToolUseType type) {
		this(toolUseId, name, type, Map.of());
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
