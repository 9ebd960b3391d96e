package io.bedrockruntime.emulator.internal.format;

import java.util.List;
import java.util.Map;

import io.bedrockruntime.emulator.internal.model.Completion;
import io.bedrockruntime.emulator.internal.service.ModelId;
import io.bedrockruntime.emulator.internal.support.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bodies with a list of messages, as most other model families accept them.
 */
final class ChatCompletionsFormat implements InvokeModelFormat {

	private static final Map<String, String> REASONS = Map.of("max_tokens", "length", "tool_use", "tool_calls",
			"guardrail_intervened", "content_filter");

	private final ModelId modelId;

	ChatCompletionsFormat(ModelId modelId) {
		this.modelId = modelId;
	}

	@Override
	public ObjectNode toConverse(ObjectNode body) {
		ArrayNode messages = Json.array();
		for (JsonNode message : body.path("messages")) {
			ObjectNode turn = InvokeModelFormat.userMessage(text(message.path("content")));
			String role = message.path("role").asString("user");
			messages.add(turn.put("role", role.equals("developer") ? "system" : role));
		}
		ObjectNode request = Json.object();
		request.set("messages", messages);
		JsonNode maxTokens = body.path(body.has("max_tokens") ? "max_tokens" : "max_completion_tokens");
		return request.set("inferenceConfig", InvokeModelFormat.inferenceConfig(maxTokens, body.path("stop")));
	}

	@Override
	public ObjectNode response(Completion completion) {
		ObjectNode choice = Json.object().put("index", 0);
		choice.set("message", Json.object().put("role", "assistant").put("content", completion.text()));
		choice.put("finish_reason", REASONS.getOrDefault(completion.stopReason(), "stop"));
		ObjectNode usage = Json.object()
			.put("prompt_tokens", completion.usage().input())
			.put("completion_tokens", completion.usage().output())
			.put("total_tokens", completion.usage().input() + completion.usage().output());
		return head("chat.completion").<ObjectNode>set("choices", Json.array(choice)).set("usage", usage);
	}

	@Override
	public List<Chunk> stream(Completion completion) {
		ObjectNode end = Json.object().put("index", 0).set("delta", Json.object());
		end.put("finish_reason", REASONS.getOrDefault(completion.stopReason(), "stop"));
		return InvokeModelFormat.textChunks(completion, (text) -> {
			ObjectNode choice = Json.object().put("index", 0);
			choice.set("delta", Json.object().put("role", "assistant").put("content", text));
			choice.set("finish_reason", NullNode.getInstance());
			return head("chat.completion.chunk").set("choices", Json.array(choice));
		}, head("chat.completion.chunk").set("choices", Json.array(end)));
	}

	private ObjectNode head(String object) {
		return Json.object().put("id", "chatcmpl-emulator").put("object", object).put("model", this.modelId.value());
	}

	private static String text(JsonNode content) {
		if (content.isString()) {
			return content.asString("");
		}
		StringBuilder text = new StringBuilder();
		content.forEach((part) -> text.append(part.path("text").asString("")));
		return text.toString();
	}

}
