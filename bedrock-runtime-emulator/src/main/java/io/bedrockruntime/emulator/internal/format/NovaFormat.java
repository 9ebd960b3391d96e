package io.bedrockruntime.emulator.internal.format;

import java.util.ArrayList;
import java.util.List;

import io.bedrockruntime.emulator.internal.model.Completion;
import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.emulator.internal.wire.StreamEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bodies of Amazon Nova, which are nearly those of Converse.
 */
final class NovaFormat implements InvokeModelFormat {

	@Override
	public ObjectNode toConverse(ObjectNode body) {
		InvokeModelFormat.require(body, "messages");
		ObjectNode request = body.deepCopy();
		JsonNode config = body.path("inferenceConfig");
		JsonNode maxTokens = config.path(config.has("maxTokens") ? "maxTokens" : "max_new_tokens");
		request.set("inferenceConfig", InvokeModelFormat.inferenceConfig(maxTokens, config.path("stopSequences")));
		return request;
	}

	@Override
	public ObjectNode response(Completion completion) {
		ObjectNode message = Json.object();
		message.set("content", completion.content());
		message.put("role", "assistant");
		ObjectNode response = Json.object();
		response.set("output", Json.object().set("message", message));
		response.put("stopReason", completion.stopReason());
		return response.set("usage", completion.usage().toJson());
	}

	@Override
	public List<Chunk> stream(Completion completion) {
		List<Chunk> chunks = new ArrayList<>();
		for (StreamEvent event : ConverseStreamEvents.of(completion, null)) {
			chunks.add(new Chunk(Json.object().set(event.type(), event.payload()), event.tokens()));
		}
		return chunks;
	}

}
