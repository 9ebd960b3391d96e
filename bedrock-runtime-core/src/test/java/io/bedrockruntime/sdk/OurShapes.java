package io.bedrockruntime.sdk;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.bedrockruntime.json.BedrockRuntimeJson;
import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.Contract;
import io.bedrockruntime.model.Structure;
import io.bedrockruntime.model.Union;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shapes of this client, created from values with constructors and factory methods and
 * converted back through their components, without the JSON mapper.
 */
final class OurShapes {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private OurShapes() {
	}

	static Object structure(String shape, JsonNode members) {
		Class<?> type = Contract.typeOf(shape);
		RecordComponent[] components = type.getRecordComponents();
		Map<String, JsonNode> descriptions = Contract.members(shape);
		List<String> names = Arrays.stream(components).map(RecordComponent::getName).toList();
		assertAllKnown(shape, members, names);
		Object[] arguments = Arrays.stream(components).map((component) -> {
			String name = component.getName();
			if (members.has(name)) {
				return value(descriptions.get(name), members.get(name));
			}
			return name.equals("unknownMembers") ? Map.of() : null;
		}).toArray();
		Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
		try {
			return type.getConstructor(types).newInstance(arguments);
		}
		catch (InvocationTargetException ex) {
			throw new AssertionError("%s refuses %s".formatted(shape, members), ex.getCause());
		}
		catch (ReflectiveOperationException ex) {
			throw new AssertionError(ex);
		}
	}

	/** The shape created with a builder, or null if there is no builder. */
	static @Nullable Object built(String shape, Object structure) {
		Class<?> type = structure.getClass();
		try {
			Object builder = type.getMethod("builder").invoke(null);
			for (RecordComponent component : type.getRecordComponents()) {
				Object value = component(structure, component);
				if (value != null) {
					builder.getClass().getMethod(component.getName(), component.getType()).invoke(builder, value);
				}
			}
			return builder.getClass().getMethod("build").invoke(builder);
		}
		catch (NoSuchMethodException ex) {
			if (ex.getMessage().endsWith(".builder()")) {
				return null;
			}
			throw new AssertionError("The builder of %s lacks a method".formatted(shape), ex);
		}
		catch (ReflectiveOperationException ex) {
			throw new AssertionError(ex);
		}
	}

	private static void assertAllKnown(String shape, JsonNode members, List<String> names) {
		members.propertyNames().forEach((name) -> {
			if (!names.contains(name)) {
				throw new AssertionError("%s has no component %s".formatted(shape, name));
			}
		});
	}

	private static Object value(JsonNode description, JsonNode value) {
		String type = description.get("type").stringValue();
		if (description.has("enum")) {
			return call(Contract.typeOf(description.get("enum").stringValue()), "of", String.class,
					value.stringValue());
		}
		return switch (type) {
			case "string" -> value.stringValue();
			case "integer" -> value.intValue();
			case "long" -> value.longValue();
			case "float" -> value.floatValue();
			case "double" -> value.doubleValue();
			case "boolean" -> value.booleanValue();
			case "blob" -> Blob.of(value.binaryValue());
			case "timestamp(date-time)" -> Instant.parse(value.stringValue());
			case "document" -> value;
			case "list" -> value.valueStream().map((element) -> value(description.get("of"), element)).toList();
			case "map" -> {
				Map<String, Object> map = new LinkedHashMap<>();
				value.properties()
					.forEach((entry) -> map.put(entry.getKey(), value(description.get("of"), entry.getValue())));
				yield map;
			}
			default -> CaseGenerator.isUnion(type) ? variant(type, value) : structure(type, value);
		};
	}

	/** A union with the one member that is set. */
	static Object variant(String union, JsonNode value) {
		Map.Entry<String, JsonNode> member = value.properties().iterator().next();
		JsonNode description = Contract.members(union).get(member.getKey());
		Class<?> type = Contract.typeOf(union);
		Object argument = value(description, member.getValue());
		// The parameter of a factory has the member's type; shorthands have others.
		Class<?> parameter = Arrays.stream(type.getPermittedSubclasses())
			.map(Class::getRecordComponents)
			.filter((components) -> components.length == 1 && components[0].getName().equals(member.getKey()))
			.findFirst()
			.orElseThrow(() -> new AssertionError("%s has no variant %s".formatted(union, member.getKey())))[0]
			.getType();
		return call(type, member.getKey(), parameter, argument);
	}

	private static Object call(Class<?> type, String factory, Class<?> parameter, Object argument) {
		try {
			return type.getMethod(factory, parameter).invoke(null, argument);
		}
		catch (ReflectiveOperationException ex) {
			throw new AssertionError("%s has no factory method %s for %s".formatted(type, factory, argument), ex);
		}
	}

	/** The values of a structure or union, without the metadata of the call. */
	static ObjectNode tree(Object structure) {
		ObjectNode tree = NODES.objectNode();
		for (RecordComponent component : structure.getClass().getRecordComponents()) {
			Object value = component(structure, component);
			boolean outside = component.getName().equals("responseMetadata")
					|| (component.getName().equals("unknownMembers") && ((Map<?, ?>) value).isEmpty());
			if (value != null && !outside) {
				tree.set(component.getName(), node(value));
			}
		}
		return tree;
	}

	private static JsonNode node(Object value) {
		if (value instanceof JsonNode document) {
			return document;
		}
		if (value instanceof Blob blob) {
			return NODES.binaryNode(blob.asByteArray());
		}
		if (value instanceof List<?> list) {
			ArrayNode array = NODES.arrayNode();
			list.forEach((element) -> array.add(node(element)));
			return array;
		}
		if (value instanceof Map<?, ?> map) {
			ObjectNode object = NODES.objectNode();
			map.forEach((key, element) -> object.set((String) key, node(element)));
			return object;
		}
		return (value instanceof Structure || value instanceof Union) ? tree(value) : scalar(value);
	}

	/** A node of a string, number, boolean, instant or value of an enumeration. */
	static JsonNode scalar(Object value) {
		return (value instanceof Number || value instanceof Boolean) ? BedrockRuntimeJson.mapper().valueToTree(value)
				: NODES.stringNode(value.toString());
	}

	private static Object component(Object structure, RecordComponent component) {
		try {
			return component.getAccessor().invoke(structure);
		}
		catch (ReflectiveOperationException ex) {
			throw new AssertionError(ex);
		}
	}

}
