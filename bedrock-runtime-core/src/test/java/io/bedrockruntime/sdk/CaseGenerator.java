package io.bedrockruntime.sdk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.bedrockruntime.model.Contract;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Generator of cases for a shape of the contract: one with only the required members; one
 * for each member, each variant of a union and each value of an enumeration at each
 * possible path; and several with all members.
 */
final class CaseGenerator {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	/** The maximum depth of a recursive shape; there is none today. */
	private static final int DEPTH = 2;

	private final SampleValues samples;

	private final Deque<String> path = new ArrayDeque<>();

	/**
	 * The types of which all values have been used; their values are then used in turn.
	 */
	private final Set<String> shown = new HashSet<>();

	private CaseGenerator(SampleValues samples) {
		this.samples = samples;
	}

	static CaseGenerator ofRequests() {
		return new CaseGenerator(new SampleValues(true));
	}

	static CaseGenerator ofResponses() {
		return new CaseGenerator(new SampleValues(false));
	}

	/** All cases of a structure. */
	List<Case> of(String shape) {
		List<Case> cases = new ArrayList<>();
		structures(shape).forEach((name, node) -> cases.add(new Case(shape + name, (ObjectNode) node)));
		// As many as needed to contain each variant of each union.
		int full = Contract.reachableFrom(shape)
			.stream()
			.filter(CaseGenerator::isUnion)
			.mapToInt((union) -> members(union).size())
			.max()
			.orElse(1);
		for (int i = 0; i < full; i++) {
			cases.add(new Case(shape + " with everything, " + i, full(shape, i)));
		}
		return cases;
	}

	/** A structure with only its required members. */
	ObjectNode minimal(String shape) {
		ObjectNode node = NODES.objectNode();
		members(shape).forEach((member, description) -> {
			if (Contract.isRequired(shape, member)) {
				node.set(member, simplest(description));
			}
		});
		return node;
	}

	/** The members that both clients have, except streams. */
	static Map<String, JsonNode> members(String shape) {
		Map<String, JsonNode> members = new LinkedHashMap<>(Contract.members(shape));
		members.keySet().removeIf((member) -> SdkShapes.LACKING.contains(shape + "." + member));
		members.values().removeIf((description) -> Contract.isEventStream(description.get("type").stringValue()));
		// It must not be blank, wherever it is bound.
		members.computeIfPresent("modelId",
				(member, description) -> NODES.objectNode().put("type", "string").put("httpLabel", true));
		return members;
	}

	private Map<String, JsonNode> structures(String shape) {
		Map<String, JsonNode> nodes = new LinkedHashMap<>();
		nodes.put("", minimal(shape));
		if (enter(shape)) {
			members(shape).forEach((member, description) -> values(description).forEach((name, value) -> {
				ObjectNode node = minimal(shape);
				node.set(member, value);
				nodes.put("." + member + name, node);
			}));
			this.path.pop();
		}
		return nodes;
	}

	private boolean enter(String shape) {
		boolean free = this.path.stream().filter(shape::equals).count() < DEPTH;
		if (free) {
			this.path.push(shape);
		}
		return free;
	}

	private Map<String, JsonNode> values(JsonNode description) {
		String type = description.get("type").stringValue();
		Map<String, JsonNode> values = new LinkedHashMap<>();
		if (description.has("enum")) {
			enumValues(description).forEach((value) -> values.put("=" + value, NODES.stringNode(value)));
		}
		else if (type.equals("list")) {
			values.put("=[]", NODES.arrayNode());
			values(description.get("of"))
				.forEach((name, value) -> values.put("[]" + name, NODES.arrayNode().add(value)));
			values.put("=[..]", several(description.get("of"), 0));
		}
		else if (type.equals("map")) {
			values.put("={}", NODES.objectNode());
			values(description.get("of"))
				.forEach((name, value) -> values.put("{}" + name, NODES.objectNode().set(key(), value)));
		}
		else if (isUnion(type)) {
			members(type).forEach((member, variant) -> values(variant)
				.forEach((name, value) -> values.put("." + member + name, NODES.objectNode().set(member, value))));
		}
		else if (Contract.shape(type) != null) {
			values.putAll(structures(type));
		}
		else if (this.shown.add(samples(description))) {
			List<JsonNode> all = this.samples.all(samples(description));
			for (int i = 0; i < all.size(); i++) {
				values.put("#" + i, all.get(i));
			}
		}
		else {
			values.put("", this.samples.next(samples(description)));
		}
		return values;
	}

	private static List<String> enumValues(JsonNode description) {
		List<String> values = new ArrayList<>(Contract.values(description.get("enum").stringValue()));
		values.add("value-of-tomorrow");
		return values;
	}

	private static String samples(JsonNode description) {
		if (description.has("httpHeader")) {
			return "header";
		}
		return description.has("httpLabel") ? "label" : description.get("type").stringValue();
	}

	private String key() {
		String key = this.samples.next("string").stringValue();
		return key.isEmpty() ? "key" : key;
	}

	private ArrayNode several(JsonNode description, int turn) {
		String type = description.get("type").stringValue();
		ArrayNode several = NODES.arrayNode();
		int number = isUnion(type) ? members(type).size() : 2;
		for (int i = 0; i < number; i++) {
			several.add(full(description, turn + i));
		}
		return several;
	}

	private ObjectNode full(String shape, int turn) {
		if (!enter(shape)) {
			return minimal(shape);
		}
		ObjectNode node = NODES.objectNode();
		members(shape).forEach((member, description) -> node.set(member, full(description, turn)));
		this.path.pop();
		return node;
	}

	private JsonNode full(JsonNode description, int turn) {
		String type = description.get("type").stringValue();
		if (description.has("enum")) {
			List<String> values = enumValues(description);
			return NODES.stringNode(values.get(turn % values.size()));
		}
		if (type.equals("list")) {
			return several(description.get("of"), turn);
		}
		if (type.equals("map")) {
			return NODES.objectNode()
				.<ObjectNode>set("1" + key(), full(description.get("of"), turn))
				.set("0" + key(), full(description.get("of"), turn + 1));
		}
		if (isUnion(type)) {
			List<String> members = List.copyOf(members(type).keySet());
			String member = members.get(turn % members.size());
			return NODES.objectNode().set(member, full(members(type).get(member), turn));
		}
		return (Contract.shape(type) != null) ? full(type, turn) : this.samples.next(samples(description));
	}

	private JsonNode simplest(JsonNode description) {
		String type = description.get("type").stringValue();
		if (description.has("enum")) {
			return NODES.stringNode(enumValues(description).get(0));
		}
		if (type.equals("list")) {
			return NODES.arrayNode().add(simplest(description.get("of")));
		}
		if (isUnion(type)) {
			Map.Entry<String, JsonNode> first = members(type).entrySet().iterator().next();
			return NODES.objectNode().set(first.getKey(), simplest(first.getValue()));
		}
		if (Contract.shape(type) != null) {
			return minimal(type);
		}
		if (type.equals("map")) {
			return NODES.objectNode();
		}
		return Objects.requireNonNull(this.samples.all(samples(description)).get(0));
	}

	static boolean isUnion(String type) {
		JsonNode shape = Contract.shape(type);
		return shape != null && shape.get("kind").stringValue().equals("union");
	}

}
