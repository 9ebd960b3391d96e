package io.bedrockruntime.emulator.internal.support;

import java.io.IOException;
import java.io.StringReader;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reader that converts properties to a JSON tree: a dot selects a member, brackets select
 * an element.
 */
public final class PropertyTree {

	/** Prefix that distinguishes the index of an element from the name of a member. */
	private static final String ELEMENT = "#";

	private PropertyTree() {
	}

	public static JsonNode read(String text) throws IOException {
		Properties properties = new Properties();
		properties.load(new StringReader(text));
		ObjectNode root = Json.object();
		for (String key : new TreeSet<>(properties.stringPropertyNames())) {
			put(root, key, properties.getProperty(key, ""));
		}
		return arrays(root);
	}

	private static void put(ObjectNode root, String key, String value) {
		List<String> names = List
			.of(key.replaceAll("\\[(\\d{1,6})]", "." + ELEMENT + "$1").replaceAll("^\\.", "").split("\\."));
		ObjectNode node = root;
		for (String name : names.subList(0, names.size() - 1)) {
			if (!node.has(name)) {
				node.set(name, Json.object());
			}
			if (!(node.path(name) instanceof ObjectNode next)) {
				throw new IllegalArgumentException("'" + key + "' goes through a property that has a value");
			}
			node = next;
		}
		if (node.has(names.get(names.size() - 1))) {
			throw new IllegalArgumentException("'" + key + "' has a value and more below it");
		}
		node.put(names.get(names.size() - 1), value);
	}

	private static JsonNode arrays(JsonNode node) {
		if (!(node instanceof ObjectNode object)) {
			return node;
		}
		if (!object.isEmpty() && object.propertyNames().stream().allMatch((name) -> name.startsWith(ELEMENT))) {
			ArrayNode array = Json.array();
			object.propertyNames()
				.stream()
				.sorted(Comparator.comparingInt((name) -> Integer.parseInt(name, 1, name.length(), 10)))
				.forEach((name) -> array.add(arrays(object.path(name))));
			return array;
		}
		ObjectNode members = Json.object();
		object.properties().forEach((entry) -> members.set(entry.getKey(), arrays(entry.getValue())));
		return members;
	}

}
