package io.bedrockruntime.stream;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import io.bedrockruntime.json.BedrockRuntimeJson;
import io.bedrockruntime.model.Union;
import io.bedrockruntime.model.content.ContentBlock;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Aggregator of a block of a kind that this version does not expect in a stream.
 */
final class AggregatedUnknown implements AggregatedPart {

	private final List<JsonNode> values = new ArrayList<>();

	private final String name;

	AggregatedUnknown(String name) {
		this.name = name;
	}

	void append(JsonNode value) {
		this.values.add(value);
	}

	@Override
	public ContentBlock toContent(boolean complete) {
		return read(ContentBlock.class, this.name, merge(this.values), ContentBlock.Unknown::new);
	}

	/**
	 * Read a member that the union knows, although it is not expected in a stream.
	 */
	static <U extends Union> U read(Class<U> union, String name, JsonNode value,
			BiFunction<String, JsonNode, U> unknown) {
		try {
			return BedrockRuntimeJson.readMember(union, name, BedrockRuntimeJson.mapper().writeValueAsBytes(value));
		}
		catch (JacksonException ex) {
			return unknown.apply(name, value);
		}
	}

	/**
	 * Merge pieces: texts and lists are concatenated, objects merged member by member; of
	 * other values the last one applies.
	 */
	static JsonNode merge(List<JsonNode> values) {
		if (values.size() == 1) {
			return values.get(0);
		}
		if (values.stream().allMatch(JsonNode::isString)) {
			StringBuilder text = new StringBuilder();
			values.forEach((value) -> text.append(value.stringValue()));
			return JsonNodeFactory.instance.stringNode(text.toString());
		}
		if (values.stream().allMatch(JsonNode::isArray)) {
			ArrayNode array = JsonNodeFactory.instance.arrayNode();
			values.forEach((value) -> value.forEach(array::add));
			return array;
		}
		if (values.stream().allMatch(JsonNode::isObject)) {
			Map<String, List<JsonNode>> members = new LinkedHashMap<>();
			values.forEach((value) -> value.properties()
				.forEach((member) -> members.computeIfAbsent(member.getKey(), (absent) -> new ArrayList<>())
					.add(member.getValue())));
			ObjectNode object = JsonNodeFactory.instance.objectNode();
			members.forEach((name, pieces) -> object.set(name, merge(pieces)));
			return object;
		}
		return values.get(values.size() - 1);
	}

}
