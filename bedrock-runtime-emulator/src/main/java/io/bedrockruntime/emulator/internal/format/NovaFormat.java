package io.bedrockruntime.emulator.internal.format;

import java.util.ArrayList;
import java.util.List;

import io.bedrockruntime.emulator.internal.model.Completion;
import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.emulator.internal.wire.StreamEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Amazon Nova, which speaks nearly as Converse does.
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
	public ObjectNode response(Completion answer) {
		ObjectNode message = Json.object();
		message.set("content", answer.content());
		message.put("role", "assistant");
		ObjectNode response = Json.object();
		response.set("output", Json.object().set("message", message));
		response.put("stopReason", answer.stopReason());
		return response.set("usage", answer.usage().toJson());
	}

	@Override
	public List<Chunk> stream(Completion answer) {
		List<Chunk> chunks = new ArrayList<>();
		for (StreamEvent event : ConverseStreamEvents.of(answer, null)) {
			chunks.add(new Chunk(Json.object().set(event.type(), event.payload()), event.tokens()));
		}
		return chunks;
	}

}
