package io.bedrockruntime.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/**
 * Page of all properties, generated from the metadata. The metadata does not describe the
 * elements of lists; their descriptions come from the sources.
 */
final class ConfigurationPage {

	private static final String ROOT = BedrockRuntimeProperties.PREFIX;

	private final JsonNode metadata = metadata();

	private static JsonNode metadata() {
		try (InputStream input = ConfigurationPage.class
			.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
			return JsonMapper.shared().readTree(input);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String write() {
		Map<String, List<JsonNode>> groups = new TreeMap<>(
				Comparator.comparing((String name) -> !name.startsWith(ROOT)).thenComparing(Comparator.naturalOrder()));
		this.metadata.path("properties").forEach((property) -> {
			String name = property.path("name").asString();
			String group = name.substring(0, name.lastIndexOf('.'));
			groups.computeIfAbsent(group, (key) -> new ArrayList<>()).add(property);
		});
		StringBuilder page = new StringBuilder(
				"""
						# Configuration properties

						All properties of the starter, as an editor shows them. Names are written as in YAML; environment variables and
						other sources follow Spring Boot's rules. Durations are written as `500ms`, `30s` or `5m`, sizes as `64KB` or
						`24MB`. A property without a default is not set, or its description states what applies.

						This page is generated from the metadata of the properties. A test compares it with the metadata, and its message
						says how to generate it again.
						""");
		groups.forEach((group, properties) -> {
			page.append("\n## `").append(group).append("`\n\n").append(tableHead());
			properties.forEach((property) -> page.append(row(property)));
			properties.forEach((property) -> page.append(elements(property)));
		});
		return page.toString();
	}

	private static String tableHead() {
		return "| Property | Type | Default | Description |\n|---|---|---|---|\n";
	}

	private String row(JsonNode property) {
		String name = property.path("name").asString();
		JsonNode defaultValue = property.path("defaultValue");
		String type = property.path("type").asString("");
		return row(name, simple(type), defaultValue.isArray() ? joined(defaultValue) : defaultValue.asString(""),
				property.path("description").asString("") + values(name, type));
	}

	private static String joined(JsonNode values) {
		return values.valueStream().map(JsonNode::asString).collect(Collectors.joining(","));
	}

	private static String row(String name, String type, String defaultValue, String description) {
		return "| `%s` | %s | %s | %s |%n"
			.formatted(name, type, defaultValue.isEmpty() ? "" : "`" + defaultValue + "`",
					description.replace("|", "\\|"))
			.replace("\r\n", "\n");
	}

	/** The values that the hints explain, or the constants of an enumeration. */
	private String values(String name, String type) {
		for (JsonNode hint : this.metadata.path("hints")) {
			if (hint.path("name").asString().equals(name) && !hint.path("values").isEmpty()) {
				boolean others = hint.path("providers").valueStream().anyMatch((provider) -> isAny(provider));
				return hint.path("values")
					.valueStream()
					.map(ConfigurationPage::value)
					.collect(Collectors.joining(", ", " Values: ", others ? ", and others." : "."));
			}
		}
		Object[] constants = constants(type.replaceAll(".*<(.*)>", "$1"));
		return (constants == null) ? ""
				: Arrays.stream(constants)
					.map((constant) -> "`" + constant.toString().toLowerCase(Locale.ROOT).replace('_', '-') + "`")
					.collect(Collectors.joining(", ", " Values: ", "."));
	}

	private static boolean isAny(JsonNode provider) {
		return provider.path("name").asString("").equals("any");
	}

	private static String value(JsonNode value) {
		String description = value.path("description").asString("");
		return "`" + value.path("value").asString() + "`"
				+ (description.isEmpty() ? "" : " (" + description.replaceFirst("\\.$", "") + ")");
	}

	private static Object @Nullable [] constants(String type) {
		return ClassUtils.isPresent(type, null) ? ClassUtils.resolveClassName(type, null).getEnumConstants() : null;
	}

	/** The properties of the elements of our lists and maps. */
	private static String elements(JsonNode property) {
		String type = property.path("type").asString("");
		String element = type.replaceFirst(".*[<,](.*)>", "$1");
		if (element.equals(type) || !element.startsWith("io.bedrockruntime.") || constants(element) != null) {
			return "";
		}
		Class<?> elementType = ClassUtils.resolveClassName(element, null);
		String name = property.path("name").asString();
		if (elementType.isAssignableFrom(BedrockRuntimeProperties.class)) {
			String group = name.substring(0, name.lastIndexOf('.'));
			return ("\nEach of `%s.<name>.*` has the properties of `%s` and of the groups below it,\n"
					+ "except `%s`, `%s.health`, `%s.metrics` and\n"
					+ "`%s.observations`, which belong to the application.%n")
				.formatted(name, group, name, group, group, group)
				.replace("\r\n", "\n");
		}
		StringBuilder table = new StringBuilder("\nEach of `" + name + "[]`:\n\n" + tableHead());
		fields(elementType).forEach((field,
				described) -> table.append(row(ConfigurationPropertyName
					.adapt(field.replaceAll("(?=[A-Z])", "-").toLowerCase(Locale.ROOT), '.')
					.toString(), simple(described.type()), "", described.comment())));
		return table.toString();
	}

	/** The properties of an element in the order of its source, with their comments. */
	private static Map<String, Described> fields(Class<?> type) {
		Map<String, Described> fields = new LinkedHashMap<>();
		Map<String, String> comments = FieldComments.of(type);
		comments.forEach((name, comment) -> {
			Method getter = ClassUtils.getMethodIfAvailable(type,
					"get" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
			if (getter != null) {
				fields.put(name, new Described(ResolvableType.forMethodReturnType(getter).toString(), comment));
			}
		});
		return fields;
	}

	private static String simple(String type) {
		return type.replaceAll("[\\w.]*[.$](\\w+)", "$1")
			.replaceAll("^List<(.*)>$", "List of $1")
			.replaceAll("^Map<\\w+, ?(.*)>$", "Map of $1");
	}

	private record Described(String type, String comment) {

	}

}
