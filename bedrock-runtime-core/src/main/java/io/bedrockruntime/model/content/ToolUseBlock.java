package io.bedrockruntime.model.content;

import java.util.Collections;
import java.util.LinkedHashMap;
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
 * A tool use that a model requests.
 *
 * @param toolUseId the identifier that links a tool use and its result
 * @param name the tool's name
 * @param input the input for the tool
 * @param type the kind of use, absent for tools that the application runs
 * @param unknownMembers members that this version does not know, kept so that they are
 * sent back; empty if there are none
 * @since 0.1.0
 */
public record ToolUseBlock(String toolUseId, String name, @Sensitive JsonNode input, @Nullable ToolUseType type,
		@JsonAnySetter @JsonAnyGetter @Sensitive Map<String, JsonNode> unknownMembers) implements Structure {

	/**
	 * Check the required components and make defensive copies.
	 * @param toolUseId the identifier that links a tool use and its result
	 * @param name the tool's name
	 * @param input the input for the tool
	 * @param type the kind of use, absent for tools that the application runs
	 * @param unknownMembers members that this version does not know
	 */
	public ToolUseBlock {
		Assert.notNull(toolUseId, "'toolUseId' must not be null");
		Assert.notNull(name, "'name' must not be null");
		Assert.notNull(input, "'input' must not be null");
		Assert.notNull(unknownMembers, "'unknownMembers' must not be null");
		unknownMembers = unknownMembers.isEmpty() ? Map.of()
				: Collections.unmodifiableMap(new LinkedHashMap<>(unknownMembers));
	}

	/**
	 * Create an instance without unknown members.
	 * @param toolUseId the identifier that links a tool use and its result
	 * @param name the tool's name
	 * @param input the input for the tool
	 * @param type the kind of use, absent for tools that the application runs
	 */
	public ToolUseBlock(String toolUseId, String name, JsonNode input, @Nullable ToolUseType type) {
		this(toolUseId, name, input, type, Map.of());
	}

	/**
	 * Return an instance with only the required components.
	 * @param toolUseId the identifier that links a tool use and its result
	 * @param name the tool's name
	 * @param input the input for the tool
	 * @return the new record
	 */
	public static ToolUseBlock of(String toolUseId, String name, JsonNode input) {
		return new ToolUseBlock(toolUseId, name, input, null);
	}

	/**
	 * Return a copy with another {@code type}.
	 * @param type the kind of use, absent for tools that the application runs
	 * @return the copy
	 */
	public ToolUseBlock withType(@Nullable ToolUseType type) {
		return new ToolUseBlock(this.toolUseId, this.name, this.input, type, this.unknownMembers);
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
