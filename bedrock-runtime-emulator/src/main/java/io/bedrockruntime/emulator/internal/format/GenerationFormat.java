package io.bedrockruntime.emulator.internal.format;

import java.util.List;

import io.bedrockruntime.emulator.internal.model.Completion;
import io.bedrockruntime.emulator.internal.support.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bodies with a single prompt, as Llama accepts them; a body without a prompt is used as
 * the prompt itself.
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
	public ObjectNode response(Completion completion) {
		return end(completion.text(), completion);
	}

	@Override
	public List<Chunk> stream(Completion completion) {
		return InvokeModelFormat.textChunks(completion,
				(text) -> Json.object().put("generation", text).set("stop_reason", NullNode.getInstance()),
				end("", completion));
	}

	private static ObjectNode end(String text, Completion completion) {
		return Json.object()
			.put("generation", text)
			.put("prompt_token_count", completion.usage().input())
			.put("generation_token_count", completion.usage().output())
			.put("stop_reason", completion.stopReason().equals("max_tokens") ? "length" : "stop");
	}

}
