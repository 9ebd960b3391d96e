package io.bedrockruntime.emulator.internal.format;

import java.util.List;

import io.bedrockruntime.emulator.internal.model.Completion;
import io.bedrockruntime.emulator.internal.support.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bodies with a single prompt, as Llama takes them; what is no prompt is one all the
 * same.
 */
final class GenerationFormat implements InvokeModelFormat {

	@Override
	public ObjectNode toConverse(ObjectNode body) {
		JsonNode prompt = body.path(body.has("prompt") ? "prompt" : "inputText");
		String text = prompt.isString() ? prompt.asString("") : Json.text(body);
		JsonNode maxTokens = body.path(body.has("max_gen_len") ? "max_gen_len" : "max_tokens");
		return InvokeModelFormat.singleTurn(text, maxTokens, body.path("stop"));
	}

	@Override
	public ObjectNode response(Completion answer) {
		return end(answer.text(), answer);
	}

	@Override
	public List<Chunk> stream(Completion answer) {
		return InvokeModelFormat.textChunks(answer,
				(text) -> Json.object().put("generation", text).set("stop_reason", NullNode.getInstance()),
				end("", answer));
	}

	private static ObjectNode end(String text, Completion answer) {
		return Json.object()
			.put("generation", text)
			.put("prompt_token_count", answer.usage().input())
			.put("generation_token_count", answer.usage().output())
			.put("stop_reason", answer.stopReason().equals("max_tokens") ? "length" : "stop");
	}

}
