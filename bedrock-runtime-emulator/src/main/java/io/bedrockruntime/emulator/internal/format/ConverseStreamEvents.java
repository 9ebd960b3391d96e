package io.bedrockruntime.emulator.internal.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.bedrockruntime.emulator.internal.model.Completion;
import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.emulator.internal.support.Tokens;
import io.bedrockruntime.emulator.internal.wire.StreamEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Splits a completion into ConverseStream events in wire order.
 */
public final class ConverseStreamEvents {

	private final List<StreamEvent> events = new ArrayList<>();

	private int index;

	private ConverseStreamEvents() {
	}

	public static List<StreamEvent> of(Completion completion, @Nullable ObjectNode additionalFields) {
		ConverseStreamEvents events = new ConverseStreamEvents();
		events.add("messageStart", Json.object().put("role", "assistant"), 0);
		for (JsonNode block : completion.content()) {
			events.block(block);
			events.index++;
		}
		ObjectNode stop = Json.object().put("stopReason", completion.stopReason());
		if (additionalFields != null) {
			stop.set("additionalModelResponseFields", additionalFields);
		}
		events.add("messageStop", stop, 0);
		ObjectNode metadata = Json.object();
		metadata.set("usage", completion.usage().toJson());
		metadata.set("metrics", Json.object().put("latencyMs", completion.latencyMs()));
		metadata.setAll(completion.extras());
		events.add("metadata", metadata, 0);
		return events.events;
	}

	private void block(JsonNode block) {
		Map.Entry<String, JsonNode> member = block.properties().iterator().next();
		JsonNode value = member.getValue();
		switch (member.getKey()) {
			case "text" ->
				Tokens.split(value.asString("")).forEach((token) -> delta(Json.object().put("text", token), 1));
			case "reasoningContent" -> reasoning(value);
			case "toolUse" -> toolUse(value);
			default -> {
				ObjectNode delta = Json.object();
				delta.set(member.getKey(), value);
				delta(delta, 1);
			}
		}
		add("contentBlockStop", indexed(), 0);
	}

	private void reasoning(JsonNode value) {
		JsonNode text = value.path("reasoningText");
		Tokens.split(text.path("text").asString(""))
			.forEach((token) -> reasoningDelta(Json.object().put("text", token), 1));
		if (text.has("signature")) {
			reasoningDelta(Json.object().put("signature", text.path("signature").asString("")), 0);
		}
		if (value.has("redactedContent")) {
			ObjectNode redacted = Json.object();
			redacted.set("redactedContent", value.path("redactedContent"));
			reasoningDelta(redacted, 1);
		}
	}

	private void reasoningDelta(ObjectNode reasoning, int tokens) {
		ObjectNode delta = Json.object();
		delta.set("reasoningContent", reasoning);
		delta(delta, tokens);
	}

	private void toolUse(JsonNode toolUse) {
		ObjectNode block = (ObjectNode) toolUse.deepCopy();
		block.remove("input");
		ObjectNode start = Json.object();
		start.set("toolUse", block);
		ObjectNode event = indexed();
		event.set("start", start);
		add("contentBlockStart", event, Tokens.count(toolUse.path("name").asString("")));
		for (String token : Tokens.split(Json.text(toolUse.path("input")))) {
			ObjectNode delta = Json.object();
			delta.set("toolUse", Json.object().put("input", token));
			delta(delta, 1);
		}
	}

	private void delta(ObjectNode delta, int tokens) {
		ObjectNode event = indexed();
		event.set("delta", delta);
		add("contentBlockDelta", event, tokens);
	}

	private ObjectNode indexed() {
		return Json.object().put("contentBlockIndex", this.index);
	}

	private void add(String type, ObjectNode payload, int tokens) {
		this.events.add(new StreamEvent(type, payload, tokens));
	}

}
