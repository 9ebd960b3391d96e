package io.bedrockruntime.emulator.internal.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.bedrockruntime.emulator.internal.service.ServiceErrorException;
import tools.jackson.databind.JsonNode;

/**
 * Validator of a model's native body. It reports all violations by path, never with the
 * value.
 */
public final class BodySchema {

	private final List<String> violations = new ArrayList<>();

	/** Reject members that the model does not know. */
	public BodySchema only(JsonNode node, String path, List<String> members) {
		node.propertyNames()
			.stream()
			.filter((name) -> !members.contains(name))
			.forEach((name) -> violate(path, "extraneous key [" + shortened(name) + "] is not permitted"));
		return this;
	}

	public BodySchema require(JsonNode node, String path, String member) {
		if (!node.hasNonNull(member)) {
			violate(path, "required key [" + member + "] not found");
		}
		return this;
	}

	public BodySchema object(JsonNode node, String path) {
		return type(node, path, "JSONObject", node.isObject());
	}

	public BodySchema bool(JsonNode node, String path) {
		return type(node, path, "Boolean", node.isBoolean());
	}

	/** Require a minimum length of 1 and a maximum length of a text, if present. */
	public BodySchema text(JsonNode node, String path, int longest) {
		type(node, path, "String", node.isString());
		int length = node.asString("").length();
		if (node.isString() && length < 1) {
			violate(path, "expected minLength: 1, actual: 0");
		}
		if (length > longest) {
			violate(path, "expected maxLength: " + longest + ", actual: " + length);
		}
		return this;
	}

	public BodySchema oneOf(JsonNode node, String path, List<String> values) {
		if (!isAbsent(node) && !values.contains(node.asString(""))) {
			violate(path, "the value is not one of [" + String.join(", ", values) + "]");
		}
		return this;
	}

	public BodySchema allOf(JsonNode node, String path, List<String> values) {
		items(node, path, 1, values.size());
		if (node.isArray()) {
			for (int i = 0; i < node.size(); i++) {
				oneOf(node.path(i), path + "/" + i, values);
			}
		}
		return this;
	}

	public BodySchema items(JsonNode node, String path, int fewest, int most) {
		type(node, path, "JSONArray", node.isArray());
		if (node.isArray() && node.size() < fewest) {
			violate(path, "expected minimum item count: " + fewest + ", found: " + node.size());
		}
		if (node.isArray() && node.size() > most) {
			violate(path, "expected maximum item count: " + most + ", found: " + node.size());
		}
		return this;
	}

	public BodySchema integer(JsonNode node, String path, long least, long most) {
		type(node, path, "Integer", node.isIntegralNumber());
		return range(node, path, least, most);
	}

	public BodySchema range(JsonNode node, String path, double least, double most) {
		type(node, path, "Number", node.isNumber());
		if (node.isNumber() && (node.asDouble(0) < least || node.asDouble(0) > most)) {
			violate(path, "the value is not between " + number(least) + " and " + number(most));
		}
		return this;
	}

	public BodySchema matches(JsonNode node, String path, Pattern pattern) {
		type(node, path, "String", node.isString());
		if (node.isString() && !pattern.matcher(node.asString("")).matches()) {
			violate(path, "the value does not match pattern " + pattern.pattern());
		}
		return this;
	}

	public void violate(String path, String what) {
		this.violations.add("#" + path + ": " + what);
	}

	public void throwIfAny() {
		if (!this.violations.isEmpty()) {
			throw ServiceErrorException.malformed(String.join(", ", this.violations));
		}
	}

	private BodySchema type(JsonNode node, String path, String expected, boolean fits) {
		if (!fits && !isAbsent(node)) {
			violate(path, "expected type: " + expected + ", found: " + found(node));
		}
		return this;
	}

	private static boolean isAbsent(JsonNode node) {
		return node.isMissingNode() || node.isNull();
	}

	private static String found(JsonNode node) {
		return node.isObject() ? "JSONObject"
				: node.isArray() ? "JSONArray" : node.isString() ? "String" : node.isBoolean() ? "Boolean" : "Number";
	}

	private static String number(double value) {
		return (value == Math.rint(value)) ? Long.toString((long) value) : Double.toString(value);
	}

	private static String shortened(String name) {
		return (name.length() <= 64) ? name : name.substring(0, 64) + "…";
	}

}
