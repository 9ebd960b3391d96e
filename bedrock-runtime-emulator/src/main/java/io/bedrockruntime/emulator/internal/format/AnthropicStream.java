package io.bedrockruntime.emulator.internal.format;

import java.util.ArrayList;
import java.util.List;

import io.bedrockruntime.emulator.internal.format.InvokeModelFormat.Chunk;
import io.bedrockruntime.emulator.internal.model.Completion;
import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.emulator.internal.wire.StreamEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Translator from ConverseStream events to Anthropic's, which open each block with its
 * type.
 */
final class AnthropicStream {

	private final List<Chunk> chunks = new ArrayList<>();

	private final ObjectNode message;

	private final JsonNode stopSequence;

	private int opened = -1;

	AnthropicStream(ObjectNode message, JsonNode stopSequence) {
		this.message = message;
		this.stopSequence = stopSequence;
	}

	List<Chunk> chunks(Completion completion) {
		add(event("message_start").set("message", this.message), 0);
		for (StreamEvent event : ConverseStreamEvents.of(completion, null)) {
			int index = event.payload().path("contentBlockIndex").asInt(0);
			switch (event.type()) {
				case "contentBlockStart" -> open(index, tool(event.payload().path("start").path("toolUse")));
				case "contentBlockDelta" -> delta(index, event.payload().path("delta"), event.tokens());
				case "contentBlockStop" -> add(event("content_block_stop").put("index", index), 0);
				default -> {
					// the events around the blocks are added separately
				}
			}
		}
		ObjectNode delta = Json.object().put("stop_reason", AnthropicFormat.stopReason(completion));
		ObjectNode stop = event("message_delta");
		stop.set("delta", delta.set("stop_sequence", this.stopSequence));
		stop.set("usage", Json.object().put("output_tokens", completion.usage().output()));
		add(stop, 0);
		add(event("message_stop"), 0);
		return this.chunks;
	}

	private void delta(int index, JsonNode delta, int tokens) {
		if (delta.has("text")) {
			open(index, Json.object().put("type", "text").put("text", ""));
			add(index, delta("text_delta", "text", delta.path("text")), tokens);
		}
		else if (delta.has("toolUse")) {
			add(index, delta("input_json_delta", "partial_json", delta.path("toolUse").path("input")), tokens);
		}
		else {
			open(index, Json.object().put("type", "thinking").put("thinking", "").put("signature", ""));
			JsonNode reasoning = delta.path("reasoningContent");
			add(index, reasoning.has("signature") ? delta("signature_delta", "signature", reasoning.path("signature"))
					: delta("thinking_delta", "thinking", reasoning.path("text")), tokens);
		}
	}

	private void open(int index, ObjectNode block) {
		if (this.opened < index) {
			this.opened = index;
			add(event("content_block_start").put("index", index).set("content_block", block), 0);
		}
	}

	private static ObjectNode tool(JsonNode toolUse) {
		return Json.object()
			.put("type", "tool_use")
			.put("id", toolUse.path("toolUseId").asString(""))
			.put("name", toolUse.path("name").asString(""))
			.set("input", Json.object());
	}

	private static ObjectNode delta(String type, String member, JsonNode value) {
		return Json.object().put("type", type).set(member, value);
	}

	private static ObjectNode event(String type) {
		return Json.object().put("type", type);
	}

	private void add(int index, ObjectNode delta, int tokens) {
		add(event("content_block_delta").put("index", index).set("delta", delta), tokens);
	}

	private void add(ObjectNode event, int tokens) {
		this.chunks.add(new Chunk(event, tokens));
	}

}
