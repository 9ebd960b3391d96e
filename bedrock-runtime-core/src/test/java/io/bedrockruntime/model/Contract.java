package io.bedrockruntime.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Description of the service, which the model is compared with.
 */
public final class Contract {

	private static final List<String> PACKAGES = List.of("content", "tool", "converse", "converse.stream", "invoke",
			"guardrail", "guardrailchecks", "asyncinvoke", "counttokens");

	private static final JsonNode ROOT = load();

	private static final Map<String, Class<?>> TYPES = new ConcurrentHashMap<>();

	private Contract() {
	}

	private static JsonNode load() {
		try (InputStream input = Contract.class.getResourceAsStream("/bedrock-runtime-api.json")) {
			return JsonMapper.shared().readTree(input);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public static Stream<String> operations() {
		return ROOT.get("operations").propertyNames().stream();
	}

	public static JsonNode operation(String name) {
		return ROOT.get("operations").get(name);
	}

	/** Return the union of events that a response or request streams, or null. */
	public static @Nullable String eventStream(String shape) {
		return members(shape).values()
			.stream()
			.map((member) -> member.get("type").stringValue())
			.filter(Contract::isEventStream)
			.findFirst()
			.orElse(null);
	}

	public static Stream<String> shapes() {
		return ROOT.get("shapes").propertyNames().stream();
	}

	/** Return the shapes that are records: neither unions nor errors. */
	public static Stream<String> structures() {
		return shapes().filter((name) -> shape(name).get("kind").stringValue().equals("structure"));
	}

	public static Stream<String> unions() {
		return shapes().filter((name) -> shape(name).get("kind").stringValue().equals("union"));
	}

	public static Stream<String> enums() {
		return ROOT.get("enums").propertyNames().stream();
	}

	public static List<String> values(String name) {
		return ROOT.get("enums").get(name).valueStream().map(JsonNode::stringValue).toList();
	}

	public static JsonNode shape(String name) {
		return ROOT.get("shapes").get(name);
	}

	/** Return the members by name, without exceptions in event streams. */
	public static Map<String, JsonNode> members(String name) {
		Map<String, JsonNode> members = new LinkedHashMap<>();
		shape(name).get("members").properties().forEach((member) -> {
			if (!isError(member.getValue().get("type").stringValue())) {
				members.put(member.getKey(), member.getValue());
			}
		});
		return members;
	}

	public static boolean isRequired(String shape, String member) {
		return shape(shape).get("required").valueStream().anyMatch((name) -> name.stringValue().equals(member));
	}

	public static boolean isError(String shape) {
		JsonNode node = shape(shape);
		return node != null && node.get("kind").stringValue().equals("error");
	}

	public static boolean isEventStream(String shape) {
		JsonNode node = shape(shape);
		return node != null && node.has("eventStream");
	}

	/**
	 * Return whether a member is sent in the path, the query, a header or as the body.
	 */
	public static boolean isBound(JsonNode member) {
		return member.propertyNames().stream().anyMatch((name) -> name.startsWith("http"));
	}

	public static Set<String> operationOutputs() {
		Set<String> outputs = new LinkedHashSet<>();
		ROOT.get("operations").forEach((operation) -> outputs.add(operation.get("output").stringValue()));
		return outputs;
	}

	/** Return the shapes that can be part of a shape, including the shape itself. */
	public static Set<String> reachableFrom(String shape) {
		Set<String> seen = new LinkedHashSet<>();
		Deque<String> next = new ArrayDeque<>(List.of(shape));
		while (!next.isEmpty()) {
			String name = next.pop();
			if (seen.add(name)) {
				members(name).values().forEach((member) -> references(member).forEach(next::push));
			}
		}
		return seen;
	}

	/**
	 * Return whether a structure can be part of a message, or of the events that stream
	 * one.
	 */
	public static boolean keepsUnknownMembers(String shape) {
		return Stream.of("Message", "ContentBlockStart", "ContentBlockDelta")
			.anyMatch((root) -> reachableFrom(root).contains(shape));
	}

	private static Stream<String> references(JsonNode type) {
		Stream<String> own = (shape(type.get("type").stringValue()) != null) ? Stream.of(type.get("type").stringValue())
				: Stream.empty();
		return type.has("of") ? Stream.concat(own, references(type.get("of"))) : own;
	}

	/** Return the type in the model, or fail with the name of the missing type. */
	public static Class<?> typeOf(String name) {
		return TYPES.computeIfAbsent(name, Contract::locate);
	}

	private static Class<?> locate(String name) {
		return PACKAGES.stream()
			.map((part) -> Contract.class.getPackageName() + "." + part + "." + name)
			.flatMap(Contract::find)
			.findFirst()
			.orElseThrow(() -> new AssertionError("The model has no type for " + name));
	}

	private static Stream<Class<?>> find(String className) {
		try {
			return Stream.of(Class.forName(className));
		}
		catch (ClassNotFoundException ex) {
			return Stream.empty();
		}
	}

}
