package io.bedrockruntime.sdk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.bedrockruntime.model.Contract;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkNumber;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.core.document.DocumentVisitor;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.Buildable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shapes of the AWS SDK, created from values and converted back through the fields that
 * they declare.
 */
final class SdkShapes {

	/**
	 * Parts of the contract that this version of the SDK does not have, such as
	 * {@code Shape.member} or {@code Enum=value}. No case has such a member; only the
	 * tests of the model cover it.
	 */
	static final List<String> LACKING = List.of();

	private static final String PACKAGE = "software.amazon.awssdk.services.bedrockruntime.model.";

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private SdkShapes() {
	}

	static Class<?> typeOf(String shape) throws ClassNotFoundException {
		return Class.forName(PACKAGE + shape);
	}

	/** An empty builder of a shape. */
	static SdkPojo builder(String shape) {
		try {
			return (SdkPojo) typeOf(shape).getMethod("builder").invoke(null);
		}
		catch (ReflectiveOperationException ex) {
			throw new AssertionError("The SDK has no shape " + shape, ex);
		}
	}

	static Map<String, SdkField<?>> fields(SdkPojo pojo) {
		return pojo.sdkFields().stream().collect(Collectors.toMap(SdkField::memberName, (field) -> field));
	}

	static Object structure(String shape, JsonNode members) {
		return structure(builder(shape), members);
	}

	/** An input event with the one member that is set. */
	static Object event(String union, JsonNode value) {
		Map.Entry<String, JsonNode> member = value.properties().iterator().next();
		try {
			return structure((SdkPojo) typeOf(union).getMethod(member.getKey() + "Builder").invoke(null),
					member.getValue());
		}
		catch (ReflectiveOperationException ex) {
			throw new AssertionError("%s of the SDK has no member %s".formatted(union, member.getKey()), ex);
		}
	}

	private static Object structure(SdkPojo builder, JsonNode members) {
		Map<String, SdkField<?>> fields = fields(builder);
		members.properties().forEach((member) -> {
			SdkField<?> field = fields.get(member.getKey());
			if (field == null) {
				throw new AssertionError(
						"%s of the SDK has no member %s".formatted(builder.getClass(), member.getKey()));
			}
			field.set(builder, value(field, member.getValue()));
		});
		return ((Buildable) builder).build();
	}

	private static Object value(SdkField<?> field, JsonNode value) {
		return switch (field.marshallingType().toString()) {
			case "String" -> value.stringValue();
			case "Integer" -> value.intValue();
			case "Long" -> value.longValue();
			case "Float" -> value.floatValue();
			case "Double" -> value.doubleValue();
			case "Boolean" -> value.booleanValue();
			case "SdkBytes" -> SdkBytes.fromByteArray(value.binaryValue());
			case "Instant" -> Instant.parse(value.stringValue());
			case "Document" -> document(value);
			case "List" -> {
				SdkField<?> element = field.getTrait(ListTrait.class).memberFieldInfo();
				yield value.valueStream().map((node) -> value(element, node)).toList();
			}
			case "Map" -> {
				SdkField<?> element = valueOf(field);
				Map<String, Object> map = new LinkedHashMap<>();
				value.properties().forEach((entry) -> map.put(entry.getKey(), value(element, entry.getValue())));
				yield map;
			}
			case "SdkPojo" -> structure(field.constructor().get(), value);
			default -> throw new AssertionError("Unexpected type " + field.marshallingType());
		};
	}

	private static SdkField<?> valueOf(SdkField<?> map) {
		return map.getTrait(MapTrait.class).valueFieldInfo();
	}

	private static Document document(JsonNode value) {
		if (value.isObject()) {
			Map<String, Document> members = new LinkedHashMap<>();
			value.properties().forEach((member) -> members.put(member.getKey(), document(member.getValue())));
			return Document.fromMap(members);
		}
		if (value.isArray()) {
			return Document.fromList(value.valueStream().map(SdkShapes::document).toList());
		}
		if (value.isNumber()) {
			return Document.fromNumber(value.asString());
		}
		if (value.isBoolean()) {
			return Document.fromBoolean(value.booleanValue());
		}
		return value.isNull() ? Document.fromNull() : Document.fromString(value.stringValue());
	}

	/** The values of a structure. */
	static ObjectNode tree(SdkPojo pojo) {
		ObjectNode tree = NODES.objectNode();
		pojo.sdkFields().forEach((field) -> {
			Object value = field.getValueOrDefault(pojo);
			boolean absent = value == null || value instanceof SdkAutoConstructList
					|| value instanceof SdkAutoConstructMap;
			if (!absent) {
				tree.set(field.memberName(), node(value));
			}
		});
		return tree;
	}

	private static JsonNode node(Object value) {
		if (value instanceof Document document) {
			return document.accept(new Nodes());
		}
		if (value instanceof SdkBytes bytes) {
			return NODES.binaryNode(bytes.asByteArray());
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
		return (value instanceof SdkPojo pojo) ? tree(pojo) : OurShapes.scalar(value);
	}

	/**
	 * Parts of the contract that the SDK does not have: shapes, members, and values of
	 * enumerations.
	 */
	static Set<String> lacking() {
		Set<String> lacking = new TreeSet<>();
		Contract.shapes().filter((shape) -> !Contract.isEventStream(shape)).forEach((shape) -> {
			try {
				SdkPojo builder = (SdkPojo) typeOf(shape).getMethod("builder").invoke(null);
				Set<String> known = fields(builder).keySet();
				Contract.members(shape)
					.entrySet()
					.stream()
					.filter((member) -> !Contract.isEventStream(member.getValue().get("type").stringValue()))
					.map(Map.Entry::getKey)
					.filter((member) -> !known.contains(member)
							&& !(Contract.isError(shape) && member.equals("message")))
					.forEach((member) -> lacking.add(shape + "." + member));
			}
			catch (ReflectiveOperationException ex) {
				lacking.add(shape);
			}
		});
		Contract.enums().forEach((name) -> {
			try {
				List<String> known = ((Set<?>) typeOf(name).getMethod("knownValues").invoke(null)).stream()
					.map(Object::toString)
					.toList();
				Contract.values(name)
					.stream()
					.filter((value) -> !known.contains(value))
					.forEach((value) -> lacking.add(name + "=" + value));
			}
			catch (ReflectiveOperationException ex) {
				lacking.add(name);
			}
		});
		return lacking;
	}

	private static final class Nodes implements DocumentVisitor<JsonNode> {

		@Override
		public JsonNode visitNull() {
			return NODES.nullNode();
		}

		@Override
		public JsonNode visitBoolean(Boolean value) {
			return NODES.booleanNode(value);
		}

		@Override
		public JsonNode visitString(String value) {
			return NODES.stringNode(value);
		}

		@Override
		public JsonNode visitNumber(SdkNumber value) {
			return NODES.numberNode(value.bigDecimalValue());
		}

		@Override
		public JsonNode visitMap(Map<String, Document> members) {
			ObjectNode object = NODES.objectNode();
			members.forEach((name, value) -> object.set(name, value.accept(this)));
			return object;
		}

		@Override
		public JsonNode visitList(List<Document> elements) {
			ArrayNode array = NODES.arrayNode();
			elements.forEach((element) -> array.add(element.accept(this)));
			return array;
		}

	}

}
