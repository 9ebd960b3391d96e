package io.bedrockruntime.emulator.internal.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.bedrockruntime.emulator.internal.support.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Value that conforms to a JSON schema, built from words and numbers of the prompt where
 * possible.
 */
final class SchemaSample {

	private static final int DEEPEST = 12;

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'-]*");

	private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(?:\\.\\d{1,6})?");

	private static final Map<String, String> FORMATS = Map.of("date", "2026-01-01", "date-time", "2026-01-01T00:00:00Z",
			"time", "00:00:00Z", "email", "someone@example.com", "uri", "https://example.com/", "uuid",
			"00000000-0000-4000-8000-000000000000", "ipv4", "127.0.0.1", "hostname", "localhost");

	private static final Set<String> FIRST_WORDS = Set.of("a", "an", "and", "are", "can", "call", "could", "do", "for",
			"get", "give", "how", "i", "in", "is", "it", "me", "of", "on", "please", "show", "tell", "the", "to", "use",
			"what", "when", "where", "which", "who", "with", "would", "you");

	private final JsonNode root;

	private final String prompt;

	private final List<String> words;

	SchemaSample(JsonNode schema, String prompt, String toolName) {
		this.root = schema;
		this.prompt = prompt;
		this.words = telling(prompt, toolName);
	}

	JsonNode value() {
		return sample(this.root, "value", 0);
	}

	private JsonNode sample(JsonNode schema, String name, int depth) {
		if (depth > DEEPEST) {
			return Json.object();
		}
		if (schema.path("$ref").isString()) {
			return sample(resolve(schema.path("$ref").asString("")), name, depth + 1);
		}
		for (String fixed : List.of("const", "default")) {
			if (schema.has(fixed)) {
				return schema.path(fixed);
			}
		}
		if (schema.path("enum").isArray() && !schema.path("enum").isEmpty()) {
			return mentioned(schema.path("enum"));
		}
		for (String choice : List.of("anyOf", "oneOf", "allOf")) {
			if (!schema.path(choice).isEmpty()) {
				return sample(schema.path(choice).path(0), name, depth + 1);
			}
		}
		return switch (type(schema)) {
			case "object" -> object(schema, depth);
			case "array" -> array(schema, name, depth);
			case "integer" -> number(schema, true);
			case "number" -> number(schema, false);
			case "boolean" -> Json.read("true");
			case "null" -> Json.read("null");
			default -> Json.object().put("s", string(schema, name)).path("s");
		};
	}

	private JsonNode resolve(String reference) {
		JsonNode target = this.root;
		for (String part : reference.split("/")) {
			if (!part.equals("#")) {
				target = target.path(part);
			}
		}
		return target;
	}

	private static String type(JsonNode schema) {
		JsonNode type = schema.path("type");
		if (type.isArray()) {
			return type.valueStream()
				.map((alternative) -> alternative.asString(""))
				.filter((alternative) -> !alternative.equals("null"))
				.findFirst()
				.orElse("null");
		}
		return type.asString(schema.has("properties") ? "object" : schema.has("items") ? "array" : "string");
	}

	private ObjectNode object(JsonNode schema, int depth) {
		ObjectNode object = Json.object();
		List<String> required = schema.path("required").valueStream().map((name) -> name.asString("")).toList();
		for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
			if (required.isEmpty() || required.contains(property.getKey())) {
				object.set(property.getKey(), sample(property.getValue(), property.getKey(), depth + 1));
			}
		}
		return object;
	}

	private ArrayNode array(JsonNode schema, String name, int depth) {
		ArrayNode array = Json.array();
		int size = Math.max(schema.path("minItems").asInt(1), Math.min(1, schema.path("maxItems").asInt(1)));
		for (int i = 0; i < size; i++) {
			array.add(sample(schema.path("items"), name, depth + 1));
		}
		return array;
	}

	private JsonNode number(JsonNode schema, boolean integer) {
		Matcher matcher = NUMBER.matcher(this.prompt);
		BigDecimal number = matcher.find() ? new BigDecimal(matcher.group()) : BigDecimal.ONE;
		if (schema.path("minimum").isNumber()) {
			number = number.max(schema.path("minimum").decimalValue());
		}
		if (schema.path("exclusiveMinimum").isNumber()) {
			number = number.max(schema.path("exclusiveMinimum").decimalValue().add(BigDecimal.ONE));
		}
		if (schema.path("maximum").isNumber()) {
			number = number.min(schema.path("maximum").decimalValue());
		}
		if (schema.path("exclusiveMaximum").isNumber()) {
			number = number.min(schema.path("exclusiveMaximum").decimalValue().subtract(BigDecimal.ONE));
		}
		ObjectNode holder = Json.object();
		return (integer ? holder.put("n", number.longValue()) : holder.put("n", number)).path("n");
	}

	private String string(JsonNode schema, String name) {
		String format = FORMATS.get(schema.path("format").asString(""));
		if (format != null) {
			return format;
		}
		StringBuilder string = new StringBuilder(this.words.isEmpty() ? name : String.join(" ", this.words));
		while (string.length() < schema.path("minLength").asInt(0)) {
			string.append(' ').append(name);
		}
		string.setLength(Math.min(string.length(), schema.path("maxLength").asInt(Integer.MAX_VALUE)));
		return string.toString();
	}

	private JsonNode mentioned(JsonNode values) {
		for (JsonNode value : values) {
			if (value.isString()
					&& this.prompt.toLowerCase(Locale.ROOT).contains(value.asString("").toLowerCase(Locale.ROOT))) {
				return value;
			}
		}
		return values.path(0);
	}

	/**
	 * Prefer names: capitalized words that are not the first word of the prompt,
	 * otherwise the last word.
	 */
	private static List<String> telling(String prompt, String toolName) {
		List<String> names = new ArrayList<>();
		List<String> others = new ArrayList<>();
		Matcher matcher = WORD.matcher(toolName.isEmpty() ? prompt : prompt.replace(toolName, " "));
		while (matcher.find() && names.size() < 3) {
			String word = matcher.group();
			if (FIRST_WORDS.contains(word.toLowerCase(Locale.ROOT))) {
				continue;
			}
			(Character.isUpperCase(word.charAt(0)) ? names : others).add(word);
		}
		if (!names.isEmpty() || others.isEmpty()) {
			return names;
		}
		return List.of(others.get(others.size() - 1));
	}

}
