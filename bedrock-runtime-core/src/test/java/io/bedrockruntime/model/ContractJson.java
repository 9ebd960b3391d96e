package io.bedrockruntime.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes JSON of every shape from the contract alone.
 */
public final class ContractJson {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private final boolean withUnknowns;

	private int counter;

	/**
	 * Create an instance.
	 * @param withUnknowns whether structures, unions and enumerations in all positions
	 * get members and values that the model does not know
	 */
	public ContractJson(boolean withUnknowns) {
		this.withUnknowns = withUnknowns;
	}

	/** Return a structure with every member that is part of the JSON. */
	public ObjectNode structure(String name) {
		ObjectNode node = NODES.objectNode();
		Contract.members(name).forEach((member, description) -> {
			if (!Contract.isBound(description)) {
				node.set(member, value(description));
			}
		});
		if (this.withUnknowns) {
			node.set("zzz-new", NODES.objectNode().put("n", this.counter++).putNull("nothing"));
			node.putNull("aaa-new");
			node.put("mmm-new", "new");
		}
		return node;
	}

	/** Return one JSON object per variant of a union, and unknown variants. */
	public List<ObjectNode> variants(String name) {
		List<ObjectNode> variants = new ArrayList<>();
		Contract.members(name).forEach((member, description) -> {
			ObjectNode node = NODES.objectNode();
			node.set(member, value(description));
			variants.add(node);
		});
		if (this.withUnknowns) {
			variants.add(NODES.objectNode().set("hologram", NODES.objectNode().put("n", this.counter++).putNull("x")));
			variants.add(NODES.objectNode().put("hologram", "projected"));
			variants.add(NODES.objectNode().set("hologram", NODES.arrayNode().add(1).addNull()));
		}
		return variants;
	}

	private JsonNode value(JsonNode type) {
		String name = type.get("type").stringValue();
		if (type.has("enum")) {
			List<String> values = Contract.values(type.get("enum").stringValue());
			return NODES.stringNode(this.withUnknowns ? "new-" + this.counter++ : values.get(values.size() - 1));
		}
		return switch (name) {
			case "string" -> NODES.stringNode("text " + this.counter++);
			case "integer", "long" -> NODES.numberNode(++this.counter);
			case "float", "double" -> NODES.numberNode(0.5);
			case "boolean" -> NODES.booleanNode(true);
			case "blob" -> NODES.binaryNode(("blob " + this.counter++).getBytes());
			case "timestamp(date-time)" -> NODES.stringNode("2026-01-02T03:04:05.678Z");
			case "document" -> NODES.objectNode().put("n", ++this.counter).putNull("nothing").put("a", "b");
			case "list" -> list(type.get("of"));
			case "map" ->
				NODES.objectNode().<ObjectNode>set("z", value(type.get("of"))).set("a", value(type.get("of")));
			default -> isUnion(name) ? variants(name).get(0) : structure(name);
		};
	}

	private JsonNode list(JsonNode of) {
		String name = of.get("type").stringValue();
		return isUnion(name) ? NODES.arrayNode().addAll(variants(name))
				: NODES.arrayNode().add(value(of)).add(value(of));
	}

	private static boolean isUnion(String name) {
		JsonNode shape = Contract.shape(name);
		return shape != null && shape.get("kind").stringValue().equals("union");
	}

	/** Return values for the members that are sent outside the JSON. */
	public static Map<String, String> labels() {
		return Map.of("modelId", "some-model", "guardrailIdentifier", "g", "guardrailVersion", "1", "invocationArn",
				"arn", "contentType", "application/json");
	}

}
