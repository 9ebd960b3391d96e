package io.bedrockruntime.model.converse.stream;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * A part of a tool use in a stream.
 *
 * @param input the next piece of the input's JSON text, not valid JSON by itself
 * @param unknownMembers members that this version does not know, kept for the message;
 * empty if there are none
 * @since 0.1.0
 */
public record ToolUseBlockDelta(@Sensitive String input,
		@JsonAnySetter @JsonAnyGetter @Sensitive Map<String, JsonNode> unknownMembers) implements Structure {

	/**
	 * Check the required components and make defensive copies.
	 * @param input the next piece of the input's JSON text, not valid JSON by itself
	 * @param unknownMembers members that this version does not know
	 */
	public ToolUseBlockDelta {
		Assert.notNull(input, "'input' must not be null");
		Assert.notNull(unknownMembers, "'unknownMembers' must not be null");
		unknownMembers = unknownMembers.isEmpty() ? Map.of()
				: Collections.unmodifiableMap(new LinkedHashMap<>(unknownMembers));
	}

	/**
	 * Create an instance without unknown members.
	 * @param input the next piece of the input's JSON text, not valid JSON by itself
	 */
	public ToolUseBlockDelta(String input) {
		this(input, Map.of());
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
