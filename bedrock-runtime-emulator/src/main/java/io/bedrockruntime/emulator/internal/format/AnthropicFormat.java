package io.bedrockruntime.emulator.internal.format;

import java.util.List;
import java.util.Map;

import io.bedrockruntime.emulator.internal.model.Completion;
import io.bedrockruntime.emulator.internal.service.ModelId;
import io.bedrockruntime.emulator.internal.service.ServiceErrorException;
import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.emulator.internal.support.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bodies of the Anthropic Messages API.
 */
final class AnthropicFormat implements InvokeModelFormat {

	private final ModelId modelId;

	AnthropicFormat(ModelId modelId) {
		this.modelId = modelId;
	}

	@Override
	public ObjectNode toConverse(ObjectNode body) {
		for (String required : List.of("anthropic_version", "max_tokens", "messages")) {
			InvokeModelFormat.require(body, required);
		}
		ObjectNode request = Json.object();
		ArrayNode messages = Json.array();
		for (JsonNode message : body.path("messages")) {
			ObjectNode turn = Json.object().put("role", message.path("role").asString("user"));
			messages.add(turn.set("content", blocks(message.path("content"))));
		}
		if (messages.isEmpty()) {
			throw ServiceErrorException.validation("messages: at least one message is required");
		}
		request.set("messages", messages);
		if (body.hasNonNull("system")) {
			request.set("system", blocks(body.path("system")));
		}
		request.set("inferenceConfig",
				InvokeModelFormat.inferenceConfig(body.path("max_tokens"), body.path("stop_sequences")));
		if (body.path("tools").isArray()) {
			request.set("toolConfig", toolConfig(body));
		}
		if (body.path("thinking").isObject()) {
			request.set("additionalModelRequestFields", Json.object().set("thinking", body.path("thinking")));
		}
		return request;
	}

	@Override
	public ObjectNode response(Completion completion) {
		ObjectNode response = message(completion);
		ArrayNode content = Json.array();
		completion.content().forEach((block) -> content.add(fromConverse(block)));
		response.set("content", content);
		response.put("stop_reason", stopReason(completion));
		response.set("stop_sequence", nullable(completion));
		return response.set("usage", usage(completion).put("output_tokens", completion.usage().output()));
	}

	@Override
	public List<Chunk> stream(Completion completion) {
		ObjectNode message = message(completion);
		message.set("content", Json.array());
		message.set("stop_reason", NullNode.getInstance());
		message.set("stop_sequence", NullNode.getInstance());
		message.set("usage", usage(completion).put("output_tokens", 1));
		return new AnthropicStream(message, nullable(completion)).chunks(completion);
	}

	/**
	 * Return the stop reason; a guardrail's message ends normally, because the body
	 * reports the guardrail in separate members.
	 */
	static String stopReason(Completion completion) {
		return completion.stopReason().equals("guardrail_intervened") ? "end_turn" : completion.stopReason();
	}

	private ObjectNode message(Completion completion) {
		int start = this.modelId.value().indexOf("claude");
		String model = (start < 0) ? this.modelId.value() : this.modelId.value().substring(start);
		return Json.object()
			.put("model", model.replaceAll("-v\\d+(:\\d+)?$", ""))
			.put("id", "msg_bdrk_" + Sha256.hex(Json.bytes(completion.content())).substring(0, 24))
			.put("type", "message")
			.put("role", "assistant");
	}

	private static ObjectNode usage(Completion completion) {
		return Json.object()
			.put("input_tokens", completion.usage().input())
			.put("cache_creation_input_tokens", Math.max(0, completion.usage().cacheWrite()))
			.put("cache_read_input_tokens", Math.max(0, completion.usage().cacheRead()));
	}

	private static JsonNode nullable(Completion completion) {
		return (completion.stopSequence() == null) ? NullNode.getInstance()
				: Json.object().put("value", completion.stopSequence()).path("value");
	}

	private static ArrayNode blocks(JsonNode content) {
		ArrayNode blocks = Json.array();
		if (content.isString()) {
			return blocks.add(Json.object().put("text", content.asString("")));
		}
		for (JsonNode block : content) {
			blocks.add(toConverse(block));
			if (block.path("cache_control").isObject()) {
				blocks.add(Json.object().set("cachePoint", Json.object().put("type", "default")));
			}
		}
		return blocks;
	}

	private static ObjectNode toConverse(JsonNode block) {
		return switch (block.path("type").asString("")) {
			case "text" -> Json.object().put("text", block.path("text").asString(""));
			case "image", "document" -> media(block);
			case "tool_use" -> {
				ObjectNode toolUse = Json.object()
					.put("toolUseId", block.path("id").asString(""))
					.put("name", block.path("name").asString(""));
				yield Json.object().set("toolUse", toolUse.set("input", block.path("input")));
			}
			case "tool_result" -> {
				ObjectNode result = Json.object()
					.put("toolUseId", block.path("tool_use_id").asString(""))
					.put("status", block.path("is_error").asBoolean(false) ? "error" : "success");
				yield Json.object().set("toolResult", result.set("content", blocks(block.path("content"))));
			}
			case "thinking", "redacted_thinking" -> Json.object().set("reasoningContent", Json.object());
			default -> throw ServiceErrorException.malformed("a content block has an unknown type");
		};
	}

	private static ObjectNode media(JsonNode block) {
		JsonNode source = block.path("source");
		String mediaType = source.path("media_type").asString("");
		ObjectNode media = Json.object().put("format", mediaType.substring(mediaType.indexOf('/') + 1));
		if (block.path("title").isString()) {
			media.put("name", block.path("title").asString(""));
		}
		String kind = source.path("type").asString("").equals("text") ? "text" : "bytes";
		media.set("source", Json.object().put(kind, source.path("data").asString("")));
		return Json.object().set(block.path("type").asString(""), media);
	}

	private static ObjectNode toolConfig(JsonNode body) {
		ArrayNode tools = Json.array();
		for (JsonNode tool : body.path("tools")) {
			ObjectNode spec = Json.object().put("name", tool.path("name").asString(""));
			spec.set("inputSchema", Json.object().set("json", tool.path("input_schema")));
			tools.add(Json.object().set("toolSpec", spec));
		}
		ObjectNode config = Json.object();
		config.set("tools", tools);
		String choice = body.path("tool_choice").path("type").asString("");
		if (choice.equals("any") || choice.equals("tool")) {
			ObjectNode chosen = Json.object();
			if (choice.equals("tool")) {
				chosen.put("name", body.path("tool_choice").path("name").asString(""));
			}
			config.set("toolChoice", Json.object().set(choice, chosen));
		}
		return config;
	}

	private static ObjectNode fromConverse(JsonNode block) {
		Map.Entry<String, JsonNode> member = block.properties().iterator().next();
		JsonNode value = member.getValue();
		return switch (member.getKey()) {
			case "toolUse" -> Json.object()
				.put("type", "tool_use")
				.put("id", value.path("toolUseId").asString(""))
				.put("name", value.path("name").asString(""))
				.set("input", value.path("input"));
			case "reasoningContent" -> Json.object()
				.put("type", "thinking")
				.put("thinking", value.path("reasoningText").path("text").asString(""))
				.put("signature", value.path("reasoningText").path("signature").asString(""));
			default -> Json.object().put("type", "text").put("text", value.asString(""));
		};
	}

}
