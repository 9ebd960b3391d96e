package io.bedrockruntime.stream;

import java.util.LinkedHashMap;
import java.util.Map;

import io.bedrockruntime.exception.InvalidResponseException;
import io.bedrockruntime.json.BedrockRuntimeJson;
import io.bedrockruntime.model.content.ContentBlock;
import io.bedrockruntime.model.content.ToolUseBlock;
import io.bedrockruntime.model.converse.stream.ToolUseBlockDelta;
import io.bedrockruntime.model.converse.stream.ToolUseBlockStart;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Aggregator of a tool use, whose input arrives in pieces of JSON text.
 */
final class AggregatedToolUse implements AggregatedPart {

	private final StringBuilder input = new StringBuilder();

	private final Map<String, JsonNode> unknownMembers = new LinkedHashMap<>();

	private ToolUseBlockStart start = new ToolUseBlockStart("", "", null);

	void start(ToolUseBlockStart start) {
		this.start = start;
		this.unknownMembers.putAll(start.unknownMembers());
	}

	void append(ToolUseBlockDelta delta) {
		this.input.append(delta.input());
		this.unknownMembers.putAll(delta.unknownMembers());
	}

	@Override
	public ContentBlock toContent(boolean complete) {
		return ContentBlock.toolUse(new ToolUseBlock(this.start.toolUseId(), this.start.name(), input(complete),
				this.start.type(), this.unknownMembers));
	}

	private JsonNode input(boolean complete) {
		String json = this.input.toString();
		if (json.isBlank()) {
			return JsonNodeFactory.instance.objectNode();
		}
		try {
			JsonNode input = BedrockRuntimeJson.mapper().readTree(json);
			// A part of a number is also a number.
			return (complete || input.isContainer()) ? input : JsonNodeFactory.instance.stringNode(json);
		}
		catch (JacksonException ex) {
			if (complete) {
				throw new InvalidResponseException("ConverseStream failed: the input of a tool use is not JSON",
						BedrockRuntimeJson.withoutContent(ex));
			}
			return JsonNodeFactory.instance.stringNode(json);
		}
	}

}
