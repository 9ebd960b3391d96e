package io.bedrockruntime.emulator.internal.format;

import java.util.List;
import java.util.Map;

import io.bedrockruntime.emulator.internal.model.Completion;
import io.bedrockruntime.emulator.internal.support.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bodies of Amazon Titan Text.
 */
final class TitanTextFormat implements InvokeModelFormat {

	private static final Map<String, String> REASONS = Map.of("max_tokens", "LENGTH", "stop_sequence",
			"STOP_CRITERIA_MET", "guardrail_intervened", "CONTENT_FILTERED");

	@Override
	public ObjectNode toConverse(ObjectNode body) {
		InvokeModelFormat.require(body, "inputText");
		JsonNode config = body.path("textGenerationConfig");
		return InvokeModelFormat.singleTurn(body.path("inputText").asString(""), config.path("maxTokenCount"),
				config.path("stopSequences"));
	}

	@Override
	public ObjectNode response(Completion completion) {
		ObjectNode result = Json.object()
			.put("tokenCount", completion.usage().output())
			.put("outputText", completion.text())
			.put("completionReason", reason(completion));
		return Json.object().put("inputTextTokenCount", completion.usage().input()).set("results", Json.array(result));
	}

	@Override
	public List<Chunk> stream(Completion completion) {
		ObjectNode last = piece("").put("totalOutputTextTokenCount", completion.usage().output())
			.put("completionReason", reason(completion))
			.put("inputTextTokenCount", completion.usage().input());
		return InvokeModelFormat.textChunks(completion,
				(text) -> piece(text).set("completionReason", NullNode.getInstance()), last);
	}

	private static ObjectNode piece(String text) {
		return Json.object().put("outputText", text).put("index", 0);
	}

	private static String reason(Completion completion) {
		return REASONS.getOrDefault(completion.stopReason(), "FINISH");
	}

}
