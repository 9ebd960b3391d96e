package io.bedrockruntime.testdata;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import io.bedrockruntime.json.BedrockRuntimeJson;
import io.bedrockruntime.model.Contract;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Random responses of Converse, generated from the service's contract, with only content
 * that can also be streamed.
 */
public final class GeneratedResponses {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	/** Members of unions that no delta can carry. */
	private static final Map<String, Set<String>> STREAMED = Map.of("ContentBlock",
			Set.of("text", "image", "toolUse", "toolResult", "reasoningContent", "citationsContent"),
			"ToolResultContentBlock", Set.of("json", "text"));

	private static final List<String> TEXTS = List.of("", " ", "a", "Hello, world", "\"quoted\" \\ \n\t",
			"\u00e4\u20ac\ud83d\ude00", "{\"not\":\"input\"}", "long ".repeat(40));

	private final Random random;

	public GeneratedResponses(long seed) {
		this.random = new Random(seed);
	}

	public ObjectNode next() {
		ObjectNode response = structure("ConverseResponse", 0);
		ObjectNode message = NODES.objectNode().put("role", "assistant");
		ArrayNode content = message.putArray("content");
		int blocks = this.random.nextInt(6);
		for (int i = 0; i < blocks; i++) {
			content.add(block());
		}
		response.set("output", NODES.objectNode().set("message", message));
		return response;
	}

	private JsonNode block() {
		if (this.random.nextInt(12) == 0) {
			return NODES.objectNode().set("kindOfTomorrow", NODES.objectNode().put("text", text()));
		}
		ObjectNode block = union("ContentBlock", 0);
		if (block.path("citationsContent").isObject()) {
			ObjectNode cited = (ObjectNode) block.path("citationsContent");
			cited.removeAll();
			if (this.random.nextBoolean()) {
				cited.putArray("content").addObject().put("text", text());
			}
			ArrayNode citations = cited.putArray("citations");
			do {
				citations.add(structure("Citation", 0));
			}
			while (this.random.nextBoolean());
		}
		if (block.path("toolUse").isObject() && this.random.nextInt(3) > 0) {
			((ObjectNode) block.path("toolUse")).set("input", document(0));
		}
		return block;
	}

	private ObjectNode structure(String shape, int depth) {
		ObjectNode structure = NODES.objectNode();
		for (Map.Entry<String, JsonNode> member : Contract.members(shape).entrySet()) {
			if (Contract.isRequired(shape, member.getKey()) || (depth < 6 && this.random.nextBoolean())) {
				structure.set(member.getKey(), value(member.getValue(), depth + 1));
			}
		}
		if (Contract.reachableFrom("ContentBlock").contains(shape) && this.random.nextInt(5) == 0) {
			structure.set("memberOfTomorrow", document(0));
		}
		return structure;
	}

	private ObjectNode union(String shape, int depth) {
		List<Map.Entry<String, JsonNode>> members = Contract.members(shape)
			.entrySet()
			.stream()
			.filter((member) -> !STREAMED.containsKey(shape) || STREAMED.get(shape).contains(member.getKey()))
			.toList();
		Map.Entry<String, JsonNode> member = members.get(this.random.nextInt(members.size()));
		return NODES.objectNode().set(member.getKey(), value(member.getValue(), depth + 1));
	}

	private JsonNode value(JsonNode member, int depth) {
		String type = member.get("type").stringValue();
		if (member.has("enum")) {
			List<String> values = Contract.values(member.get("enum").stringValue());
			int choice = this.random.nextInt(values.size() + 1);
			return NODES.stringNode((choice < values.size()) ? values.get(choice) : "value of tomorrow");
		}
		return switch (type) {
			case "list" -> list(member.get("of"), depth);
			case "map" -> NODES.objectNode().set(text(), value(member.get("of"), depth));
			case "string" -> NODES.stringNode(text());
			case "integer", "long" -> NODES.numberNode(this.random.nextInt(1000));
			case "float", "double" -> NODES.numberNode(0.25);
			case "boolean" -> NODES.booleanNode(this.random.nextBoolean());
			case "blob" -> blob();
			case "document" -> document(0);
			case "timestamp(date-time)" -> NODES.stringNode("2026-01-02T03:04:05.678Z");
			default -> Contract.shape(type).get("kind").stringValue().equals("union") ? union(type, depth)
					: structure(type, depth);
		};
	}

	private ArrayNode list(JsonNode of, int depth) {
		ArrayNode list = NODES.arrayNode();
		int size = this.random.nextInt((depth < 6) ? 4 : 1);
		boolean afterText = false;
		for (int i = 0; i < size; i++) {
			JsonNode item = value(of, depth);
			// A stream does not separate two texts in a tool's result.
			boolean isText = of.get("type").stringValue().equals("ToolResultContentBlock") && item.has("text");
			if (!isText || !afterText) {
				list.add(item);
			}
			afterText = isText;
		}
		return list;
	}

	private JsonNode blob() {
		byte[] bytes = new byte[this.random.nextInt(50)];
		this.random.nextBytes(bytes);
		return NODES.stringNode(Base64.getEncoder().encodeToString(bytes));
	}

	private JsonNode document(int depth) {
		ObjectNode document = NODES.objectNode();
		for (int i = this.random.nextInt(4); i > 0; i--) {
			JsonNode value = switch (this.random.nextInt((depth < 3) ? 7 : 5)) {
				case 0 -> NODES.numberNode(this.random.nextLong());
				case 1 -> BedrockRuntimeJson.mapper().readTree("1.50");
				case 2 -> NODES.nullNode();
				case 3 -> NODES.booleanNode(true);
				case 4 -> NODES.stringNode(text());
				case 5 -> NODES.arrayNode().add(document(depth + 1));
				default -> document(depth + 1);
			};
			document.set("member" + i, value);
		}
		return document;
	}

	private String text() {
		return TEXTS.get(this.random.nextInt(TEXTS.size()));
	}

}
