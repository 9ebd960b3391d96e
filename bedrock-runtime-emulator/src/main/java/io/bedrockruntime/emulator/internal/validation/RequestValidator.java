package io.bedrockruntime.emulator.internal.validation;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.bedrockruntime.emulator.internal.service.ServiceErrorException;
import io.bedrockruntime.emulator.internal.service.ServiceModel;
import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.emulator.internal.support.QueryParameters;
import io.bedrockruntime.emulator.record.RecordedRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Validator of requests against the service's shapes. Like the service, it reports the
 * path of each violation.
 */
public final class RequestValidator {

	private final ServiceModel serviceModel;

	public RequestValidator(ServiceModel serviceModel) {
		this.serviceModel = serviceModel;
	}

	/** Parse and validate a body, without labels and headers. */
	public ObjectNode validate(String shape, byte[] body) {
		JsonNode tree = (body.length == 0) ? Json.object() : parse(body);
		List<String> violations = new ArrayList<>();
		if (!tree.isObject()) {
			throw ServiceErrorException.validation("The request body is not a JSON object.");
		}
		checkShape(shape, tree, "", violations);
		throwIfAny(violations);
		return (ObjectNode) tree;
	}

	/** Validate the members of a request that are sent as headers. */
	public void validateHeaders(String shape, RecordedRequest request) {
		validateNamed(shape, "httpHeader", request::header);
	}

	/** Validate the members of a request that are sent in its query. */
	public void validateQuery(String shape, QueryParameters query) {
		validateNamed(shape, "httpQuery", query::get);
	}

	private void validateNamed(String shape, String place, Function<String, @Nullable String> values) {
		List<String> violations = new ArrayList<>();
		for (Map.Entry<String, JsonNode> member : this.serviceModel.shape(shape).path("members").properties()) {
			String name = member.getValue().path(place).asString("");
			String value = name.isEmpty() ? null : values.apply(name);
			String enumeration = member.getValue().path("enum").asString("");
			if (value != null && !enumeration.isEmpty()) {
				checkEnum(enumeration, value, member.getKey(), violations);
			}
		}
		throwIfAny(violations);
	}

	public static JsonNode parse(byte[] body) {
		try {
			return Json.read(body);
		}
		catch (JacksonException ex) {
			throw ServiceErrorException.validation("The request body could not be read as JSON.");
		}
	}

	private static void throwIfAny(List<String> violations) {
		if (!violations.isEmpty()) {
			String count = (violations.size() == 1) ? "1 validation error detected: "
					: violations.size() + " validation errors detected: ";
			throw ServiceErrorException.validation(count + String.join("; ", violations));
		}
	}

	private void checkShape(String name, JsonNode value, String path, List<String> violations) {
		if (!value.isObject()) {
			violate(path, "Member must be a structure", violations);
			return;
		}
		JsonNode shape = this.serviceModel.shape(name);
		if (shape.path("kind").asString("").equals("union")) {
			checkUnion(shape, value, path, violations);
			return;
		}
		JsonNode members = shape.path("members");
		for (JsonNode required : shape.path("required")) {
			String member = required.asString("");
			if (inBody(members.path(member)) && value.path(member).isMissingNode() | value.path(member).isNull()
					&& !isDocument(members.path(member), value.get(member))) {
				violate(join(path, member), "Member must not be null", violations);
			}
		}
		for (Map.Entry<String, JsonNode> entry : value.properties()) {
			JsonNode member = members.path(entry.getKey());
			// The service ignores unknown members of a structure.
			if (!member.isMissingNode() && inBody(member) && !entry.getValue().isNull()) {
				checkValue(member, entry.getValue(), join(path, entry.getKey()), violations);
			}
		}
	}

	private void checkUnion(JsonNode shape, JsonNode value, String path, List<String> violations) {
		JsonNode members = shape.path("members");
		List<String> present = new ArrayList<>();
		for (Map.Entry<String, JsonNode> entry : value.properties()) {
			if (!entry.getValue().isNull() && !entry.getKey().equals("__type")) {
				present.add(entry.getKey());
			}
		}
		if (present.size() != 1 || !members.has(present.get(0))) {
			violate(path,
					"Member must have exactly one of the members: [" + String.join(", ", members.propertyNames()) + "]",
					violations);
			return;
		}
		String name = present.get(0);
		checkValue(members.path(name), value.path(name), join(path, name), violations);
	}

	private void checkValue(JsonNode type, JsonNode value, String path, List<String> violations) {
		String name = type.path("type").asString("");
		if (this.serviceModel.hasShape(name)) {
			checkShape(name, value, path, violations);
			return;
		}
		switch (name) {
			case "list" -> checkList(type, value, path, violations);
			case "map" -> checkMap(type, value, path, violations);
			case "blob" -> checkBlob(value, path, violations);
			case "document" -> {
				// any JSON value is valid
			}
			default -> checkScalar(name, type, value, path, violations);
		}
	}

	private void checkList(JsonNode type, JsonNode value, String path, List<String> violations) {
		if (!value.isArray()) {
			violate(path, "Member must be a list", violations);
			return;
		}
		int position = 0;
		for (JsonNode element : value) {
			position++;
			if (!element.isNull()) {
				checkValue(type.path("of"), element, join(path, position + ".member"), violations);
			}
		}
	}

	private void checkMap(JsonNode type, JsonNode value, String path, List<String> violations) {
		if (!value.isObject()) {
			violate(path, "Member must be a map", violations);
			return;
		}
		for (Map.Entry<String, JsonNode> entry : value.properties()) {
			if (!entry.getValue().isNull()) {
				checkValue(type.path("of"), entry.getValue(), join(path, entry.getKey() + ".member"), violations);
			}
		}
	}

	private void checkBlob(JsonNode value, String path, List<String> violations) {
		if (value.isString()) {
			try {
				Base64.getDecoder().decode(value.asString(""));
				return;
			}
			catch (IllegalArgumentException ex) {
				// reported below, without the content
			}
		}
		violate(path, "Member must be base64-encoded", violations);
	}

	private void checkScalar(String name, JsonNode type, JsonNode value, String path, List<String> violations) {
		boolean fits = switch (name) {
			case "string" -> value.isString();
			case "boolean" -> value.isBoolean();
			case "integer" -> value.isIntegralNumber() && value.canConvertToInt();
			case "long" -> value.isIntegralNumber() && value.canConvertToLong();
			case "float", "double" -> value.isNumber();
			default -> value.isString() || value.isNumber();
		};
		if (!fits) {
			violate(path, "Member must be of type " + name, violations);
			return;
		}
		String enumeration = type.path("enum").asString("");
		if (!enumeration.isEmpty()) {
			checkEnum(enumeration, value.asString(""), path, violations);
		}
	}

	private void checkEnum(String enumeration, String value, String path, List<String> violations) {
		List<String> values = this.serviceModel.enumValues(enumeration)
			.valueStream()
			.map((known) -> known.asString(""))
			.collect(Collectors.toList());
		if (!values.contains(value)) {
			violate(path, "Member must satisfy enum value set: [" + String.join(", ", values) + "]", violations);
		}
	}

	private static boolean inBody(JsonNode member) {
		return !member.has("httpLabel") && !member.has("httpHeader") && !member.has("httpQuery");
	}

	private static boolean isDocument(JsonNode member, @Nullable JsonNode value) {
		return value != null && member.path("type").asString("").equals("document");
	}

	private static String join(String path, String member) {
		return path.isEmpty() ? member : path + "." + member;
	}

	private static void violate(String path, String constraint, List<String> violations) {
		violations.add("Value at '" + path + "' failed to satisfy constraint: " + constraint);
	}

}
