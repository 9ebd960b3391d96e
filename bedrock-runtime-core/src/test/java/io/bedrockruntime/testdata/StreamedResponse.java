package io.bedrockruntime.testdata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.bedrockruntime.json.BedrockRuntimeJson;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Splits a response of Converse into events of ConverseStream, as JSON, as the service
 * does. Blocks may interleave.
 */
public final class StreamedResponse {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private final Random random;

	private int index;

	private List<ConverseStreamOutput> block = new ArrayList<>();

	private StreamedResponse(Random random) {
		this.random = random;
	}

	public static List<ConverseStreamOutput> of(ObjectNode response, Random random) {
		return new StreamedResponse(random).events(response);
	}

	private List<ConverseStreamOutput> events(ObjectNode response) {
		JsonNode message = response.path("output").path("message");
		List<ConverseStreamOutput> events = new ArrayList<>();
		events.add(event("messageStart", NODES.objectNode().put("p", "abcd").set("role", message.path("role"))));
		List<List<ConverseStreamOutput>> blocks = new ArrayList<>();
		for (JsonNode content : message.path("content")) {
			this.block = new ArrayList<>();
			block(content);
			this.block.add(event("contentBlockStop", NODES.objectNode().put("contentBlockIndex", this.index)));
			blocks.add(this.block);
			this.index += 1 + this.random.nextInt(2);
		}
		boolean interleaved = this.random.nextBoolean();
		while (!blocks.isEmpty()) {
			List<ConverseStreamOutput> next = blocks.get(interleaved ? this.random.nextInt(blocks.size()) : 0);
			events.add(next.remove(0));
			blocks.removeIf(List::isEmpty);
		}
		events.add(event("messageStop", response.deepCopy().retain("stopReason", "additionalModelResponseFields")));
		ObjectNode metadata = response.deepCopy();
		events
			.add(event("metadata", metadata.remove(List.of("output", "stopReason", "additionalModelResponseFields"))));
		return events;
	}

	private void block(JsonNode content) {
		Map.Entry<String, JsonNode> member = content.properties().iterator().next();
		JsonNode value = member.getValue();
		switch (member.getKey()) {
			case "text" -> pieces(value.stringValue()).forEach((piece) -> delta("text", NODES.stringNode(piece)));
			case "toolUse" -> {
				start("toolUse", without(value, "input"));
				String input = value.path("input").toString();
				if (!input.equals("{}") || this.random.nextBoolean()) {
					pieces(input).forEach((piece) -> delta("toolUse", NODES.objectNode().put("input", piece)));
				}
			}
			case "toolResult" -> {
				start("toolResult", without(value, "content"));
				value.path("content").forEach(this::toolResult);
			}
			case "reasoningContent" -> reasoning(value);
			case "citationsContent" -> {
				value.path("content")
					.forEach((part) -> pieces(part.path("text").stringValue())
						.forEach((piece) -> delta("text", NODES.stringNode(piece))));
				value.path("citations").forEach((citation) -> delta("citation", citation));
			}
			case "image" -> image(value);
			default -> {
				start(member.getKey(), NODES.objectNode());
				pieces(value.path("text").stringValue())
					.forEach((piece) -> delta(member.getKey(), NODES.objectNode().put("text", piece)));
			}
		}
	}

	private void toolResult(JsonNode content) {
		if (content.has("text")) {
			pieces(content.path("text").stringValue())
				.forEach((piece) -> delta("toolResult", NODES.arrayNode().add(NODES.objectNode().put("text", piece))));
		}
		else {
			delta("toolResult", NODES.arrayNode().add(content));
		}
	}

	private void reasoning(JsonNode value) {
		if (value.has("redactedContent")) {
			byte[] bytes = Base64.getDecoder().decode(value.path("redactedContent").stringValue());
			delta("reasoningContent", NODES.objectNode().put("redactedContent", bytes));
			return;
		}
		value.path("reasoningText").properties().forEach((member) -> reasoning(member.getKey(), member.getValue()));
	}

	private void reasoning(String name, JsonNode value) {
		if (value.isString()) {
			pieces(value.stringValue())
				.forEach((piece) -> delta("reasoningContent", NODES.objectNode().set(name, NODES.stringNode(piece))));
		}
		else {
			delta("reasoningContent", NODES.objectNode().set(name, value));
		}
	}

	private void image(JsonNode value) {
		start("image", NODES.objectNode().set("format", value.path("format")));
		JsonNode bytes = value.path("source").path("bytes");
		if (bytes.isString()) {
			byte[] all = Base64.getDecoder().decode(bytes.stringValue());
			int half = all.length / 2;
			for (byte[] piece : List.of(Arrays.copyOf(all, half), Arrays.copyOfRange(all, half, all.length))) {
				delta("image", NODES.objectNode().set("source", NODES.objectNode().put("bytes", piece)));
			}
			delta("image", without(without(value, "format"), "source"));
		}
		else {
			delta("image", without(value, "format"));
		}
	}

	private List<String> pieces(String text) {
		int[] codePoints = text.codePoints().toArray();
		List<String> pieces = new ArrayList<>();
		int start = 0;
		do {
			int length = Math.min(codePoints.length - start, 1 + this.random.nextInt(9));
			pieces.add(new String(codePoints, start, length));
			start += length;
		}
		while (start < codePoints.length);
		return pieces;
	}

	private void start(String name, JsonNode value) {
		this.block.add(event("contentBlockStart", indexed().set("start", NODES.objectNode().set(name, value))));
	}

	private void delta(String name, JsonNode value) {
		this.block.add(event("contentBlockDelta", indexed().set("delta", NODES.objectNode().set(name, value))));
	}

	private ObjectNode indexed() {
		return NODES.objectNode().put("contentBlockIndex", this.index).put("p", "abcdefghij");
	}

	private static ObjectNode without(JsonNode value, String member) {
		return ((ObjectNode) value.deepCopy()).without(member);
	}

	public static ConverseStreamOutput event(String type, JsonNode payload) {
		return BedrockRuntimeJson.readMember(ConverseStreamOutput.class, type,
				BedrockRuntimeJson.mapper().writeValueAsBytes(payload));
	}

	public static ConverseStreamOutput event(String type, String payload) {
		return event(type, BedrockRuntimeJson.mapper().readTree(payload));
	}

}
