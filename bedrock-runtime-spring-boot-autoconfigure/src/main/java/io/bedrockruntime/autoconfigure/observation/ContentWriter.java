package io.bedrockruntime.autoconfigure.observation;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.content.CitationGeneratedContent;
import io.bedrockruntime.model.content.ContentBlock;
import io.bedrockruntime.model.content.GuardrailConverseContentBlock;
import io.bedrockruntime.model.content.ReasoningContentBlock;
import io.bedrockruntime.model.content.ToolResultBlock;
import io.bedrockruntime.model.content.ToolResultContentBlock;
import io.bedrockruntime.model.content.ToolUseBlock;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes content in the format of the semantic conventions, filtered and then truncated.
 * Media and documents are never included, only their type and length.
 */
class ContentWriter {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private final UnaryOperator<String> filter;

	private int remaining;

	/**
	 * Create an instance.
	 * @param filter the filter for each text
	 * @param maxLength the maximum number of characters in total
	 */
	ContentWriter(UnaryOperator<String> filter, int maxLength) {
		this.filter = filter;
		this.remaining = maxLength;
	}

	/**
	 * Return the filtered text, truncated to the remaining length.
	 */
	String text(String text) {
		String filtered = this.filter.apply(text);
		if (filtered.length() <= this.remaining) {
			this.remaining -= filtered.length();
			return filtered;
		}
		int end = this.remaining;
		if (end > 0 && Character.isHighSurrogate(filtered.charAt(end - 1))) {
			end--;
		}
		this.remaining = 0;
		return filtered.substring(0, end) + "\u2026";
	}

	ObjectNode part(String type, String text) {
		return NODES.objectNode().put("type", type).put("content", text(text));
	}

	ObjectNode blob(String modality, @Nullable String mimeType, @Nullable Blob bytes) {
		ObjectNode part = NODES.objectNode().put("type", "blob").put("modality", modality);
		if (mimeType != null) {
			part.put("mime_type", mimeType);
		}
		if (bytes != null) {
			part.put("byte_count", bytes.size());
		}
		return part;
	}

	ArrayNode parts(List<ContentBlock> blocks) {
		ArrayNode parts = NODES.arrayNode();
		blocks.forEach((block) -> parts.add(part(block)));
		return parts;
	}

	private JsonNode part(ContentBlock block) {
		if (block instanceof ContentBlock.Text text) {
			return part("text", text.text());
		}
		if (block instanceof ContentBlock.ReasoningContent reasoning) {
			return (reasoning.reasoningContent() instanceof ReasoningContentBlock.ReasoningText text)
					? part("reasoning", text.reasoningText().text()) : other("reasoning");
		}
		if (block instanceof ContentBlock.ToolUse use) {
			ToolUseBlock call = use.toolUse();
			return toolCall(call.toolUseId(), call.name(), call.input());
		}
		if (block instanceof ContentBlock.ToolResult result) {
			return toolResult(result.toolResult());
		}
		if (block instanceof ContentBlock.GuardContent guarded) {
			return (guarded.guardContent() instanceof GuardrailConverseContentBlock.Text text)
					? part("text", text.text().text()) : other("image");
		}
		if (block instanceof ContentBlock.CitationsContent cited) {
			StringBuilder text = new StringBuilder();
			if (cited.citationsContent().content() != null) {
				for (CitationGeneratedContent content : cited.citationsContent().content()) {
					text.append((content instanceof CitationGeneratedContent.Text generated) ? generated.text() : "");
				}
			}
			return part("text", text.toString());
		}
		JsonNode media = MediaDescriber.describe(this, block);
		return (media != null) ? media : other(block.getClass().getSimpleName());
	}

	ObjectNode toolCall(String id, String name, JsonNode arguments) {
		return NODES.objectNode()
			.put("type", "tool_call")
			.put("id", id)
			.put("name", name)
			.set("arguments", value(arguments));
	}

	private JsonNode toolResult(ToolResultBlock result) {
		ArrayNode contents = NODES.arrayNode();
		for (ToolResultContentBlock content : result.content()) {
			if (content instanceof ToolResultContentBlock.Text text) {
				contents.add(part("text", text.text()));
			}
			else if (content instanceof ToolResultContentBlock.Json json) {
				contents.add(value(json.json()));
			}
			else {
				JsonNode media = MediaDescriber.describe(this, content);
				contents.add((media != null) ? media : other(content.getClass().getSimpleName()));
			}
		}
		return NODES.objectNode()
			.put("type", "tool_call_response")
			.put("id", result.toolUseId())
			.set("response", contents);
	}

	/**
	 * Return JSON with all its strings filtered, or a placeholder if it exceeds the
	 * remaining length.
	 */
	JsonNode value(JsonNode json) {
		JsonNode filtered = filtered(json);
		int length = filtered.toString().length();
		if (length > this.remaining) {
			this.remaining = 0;
			return NODES.stringNode("\u2026");
		}
		this.remaining -= length;
		return filtered;
	}

	private JsonNode filtered(JsonNode json) {
		if (json.isString()) {
			return NODES.stringNode(this.filter.apply(json.stringValue()));
		}
		if (json.isArray()) {
			ArrayNode array = NODES.arrayNode();
			json.forEach((element) -> array.add(filtered(element)));
			return array;
		}
		if (json.isObject()) {
			ObjectNode object = NODES.objectNode();
			for (Map.Entry<String, JsonNode> property : json.properties()) {
				object.set(property.getKey(), filtered(property.getValue()));
			}
			return object;
		}
		return json;
	}

	private static ObjectNode other(String type) {
		return NODES.objectNode().put("type", type);
	}

}
