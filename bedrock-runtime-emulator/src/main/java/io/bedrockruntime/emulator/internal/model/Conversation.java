package io.bedrockruntime.emulator.internal.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.bedrockruntime.emulator.internal.service.ModelId;
import io.bedrockruntime.emulator.internal.support.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * View of a Converse request for the emulated model.
 */
public final class Conversation {

	private static final List<String> MEDIA = List.of("image", "document", "video", "audio");

	private final ModelId modelId;

	private final ObjectNode request;

	public Conversation(ModelId modelId, ObjectNode request) {
		this.modelId = modelId;
		this.request = request;
	}

	ModelId modelId() {
		return this.modelId;
	}

	ObjectNode request() {
		return this.request;
	}

	int messageCount() {
		return this.request.path("messages").size();
	}

	/** Return the text of the last user message, or the variables of a managed prompt. */
	String prompt() {
		JsonNode last = last();
		String text = texts(last.path("content"));
		if (last.isMissingNode() && this.modelId.isPrompt()) {
			return this.request.path("promptVariables")
				.valueStream()
				.map((variable) -> variable.path("text").asString(""))
				.collect(Collectors.joining(" "));
		}
		return text;
	}

	String system() {
		StringBuilder system = new StringBuilder(texts(this.request.path("system")));
		for (JsonNode message : this.request.path("messages")) {
			if (message.path("role").asString("").equals("system")) {
				system.append(system.isEmpty() ? "" : "\n").append(texts(message.path("content")));
			}
		}
		return system.toString();
	}

	List<JsonNode> toolResults() {
		return last().path("content")
			.valueStream()
			.map((block) -> block.path("toolResult"))
			.filter(JsonNode::isObject)
			.toList();
	}

	/** Return the name of the tool that an earlier turn used. */
	String toolName(String toolUseId) {
		for (JsonNode message : this.request.path("messages")) {
			for (JsonNode block : message.path("content")) {
				if (block.path("toolUse").path("toolUseId").asString("").equals(toolUseId)) {
					return block.path("toolUse").path("name").asString("");
				}
			}
		}
		return "tool";
	}

	List<JsonNode> tools() {
		return this.request.path("toolConfig")
			.path("tools")
			.valueStream()
			.map((tool) -> tool.path("toolSpec"))
			.filter(JsonNode::isObject)
			.toList();
	}

	List<String> media() {
		List<String> media = new ArrayList<>();
		for (JsonNode block : last().path("content")) {
			for (String kind : MEDIA) {
				if (block.path(kind).isObject()) {
					media.add(describe(kind, block.path(kind)));
				}
			}
		}
		return media;
	}

	@Nullable String outputSchema() {
		JsonNode schema = this.request.path("outputConfig")
			.path("textFormat")
			.path("structure")
			.path("jsonSchema")
			.path("schema");
		return schema.isString() ? schema.asString("") : null;
	}

	boolean reasons() {
		JsonNode fields = this.request.path("additionalModelRequestFields");
		for (String member : List.of("thinking", "reasoning_config", "reasoningConfig")) {
			String type = fields.path(member).path("type").asString("");
			if (type.equals("enabled") || type.equals("adaptive")) {
				return true;
			}
		}
		return false;
	}

	List<String> stopSequences() {
		return this.request.path("inferenceConfig")
			.path("stopSequences")
			.valueStream()
			.map((sequence) -> sequence.asString(""))
			.toList();
	}

	int maxTokens() {
		return this.request.path("inferenceConfig").path("maxTokens").asInt(Integer.MAX_VALUE);
	}

	private JsonNode last() {
		JsonNode last = Json.object().path("none");
		for (JsonNode message : this.request.path("messages")) {
			if (message.path("role").asString("").equals("user")) {
				last = message;
			}
		}
		return last;
	}

	private static String texts(JsonNode content) {
		return content.valueStream()
			.map(Conversation::text)
			.filter((text) -> !text.isEmpty())
			.collect(Collectors.joining("\n"));
	}

	private static String text(JsonNode block) {
		return block.path("text").asString(block.path("guardContent").path("text").path("text").asString(""));
	}

	private static String describe(String kind, JsonNode block) {
		StringBuilder description = new StringBuilder(kind);
		String format = block.path("format").asString("");
		description.append(format.isEmpty() ? "" : " " + format);
		String name = block.path("name").asString("");
		description.append(name.isEmpty() ? "" : " \"" + name + "\"");
		for (Map.Entry<String, JsonNode> source : block.path("source").properties()) {
			String value = source.getValue().asString("");
			switch (source.getKey()) {
				case "bytes" -> description.append(", ").append(decodedLength(value)).append(" bytes");
				case "text" -> description.append(", ").append(value.length()).append(" characters");
				case "s3Location" -> description.append(", ").append(source.getValue().path("uri").asString(""));
				default -> {
					// a source without text
				}
			}
		}
		return description.toString();
	}

	static long decodedLength(String base64) {
		int padding = base64.endsWith("==") ? 2 : base64.endsWith("=") ? 1 : 0;
		return base64.length() / 4L * 3 - padding;
	}

}
