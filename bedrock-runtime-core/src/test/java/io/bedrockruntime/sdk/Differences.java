package io.bedrockruntime.sdk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What differs between us, the AWS SDK and the contract, collected over many cases.
 */
final class Differences {

	private static final int SHOWN = 25;

	private final List<String> differences = new ArrayList<>();

	private int cases;

	/** Compare a case; where it cannot be, that is a difference. */
	void of(Case it, Consumer<Case> comparison) {
		this.cases++;
		try {
			comparison.accept(it);
		}
		catch (AssertionError ex) {
			this.differences.add("%s: %s, for %s".formatted(it.name(), ex.getMessage(), ex.getCause()));
		}
	}

	int cases() {
		return this.cases;
	}

	void compare(String what, Object ours, Object theirs) {
		if (!Objects.equals(ours, theirs)) {
			this.differences.add("%s: ours %s, the SDK's %s".formatted(what, cut(ours), cut(theirs)));
		}
	}

	/** Compare trees; numbers by their value, objects regardless of order. */
	void compareTrees(String what, JsonNode expected, JsonNode ours, JsonNode theirs) {
		differ(what + ": ours against the contract", "", expected, ours);
		differ(what + ": the SDK's against the contract", "", expected, theirs);
	}

	private void differ(String what, String path, JsonNode expected, JsonNode actual) {
		if (expected == null || actual == null) {
			add(what, path, expected, actual);
		}
		else if (expected.isObject() && actual.isObject()) {
			Set<String> names = new LinkedHashSet<>(expected.propertyNames());
			names.addAll(actual.propertyNames());
			names.forEach((name) -> differ(what, path + "." + name, expected.get(name), actual.get(name)));
		}
		else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
			for (int i = 0; i < expected.size(); i++) {
				differ(what, path + "[" + i + "]", expected.get(i), actual.get(i));
			}
		}
		else if (!sameScalar(expected, actual)) {
			add(what, path, expected, actual);
		}
	}

	private static boolean sameScalar(JsonNode expected, JsonNode actual) {
		if (expected.isNumber() && actual.isNumber() && isFinite(expected) && isFinite(actual)) {
			return new BigDecimal(expected.asString()).compareTo(new BigDecimal(actual.asString())) == 0;
		}
		// On the wire, a blob is a string of base64, and so is what is no number.
		return text(expected).equals(text(actual));
	}

	private static boolean isFinite(JsonNode number) {
		return !Set.of("NaN", "Infinity", "-Infinity").contains(number.asString());
	}

	private static JsonNode text(JsonNode node) {
		return (node.isBinary() || node.isNumber()) ? JsonNodeFactory.instance.stringNode(node.asString()) : node;
	}

	private void add(String what, String path, JsonNode expected, JsonNode actual) {
		this.differences.add("%s at %s: expected %s, is %s".formatted(what, path, cut(expected), cut(actual)));
	}

	private static String cut(Object value) {
		String text = String.valueOf(value);
		return (text.length() > 200) ? text.substring(0, 200) + "..." : text;
	}

	void assertNone() {
		assertThat(this.differences.stream().limit(SHOWN).toList())
			.as("the first of %d differences", this.differences.size())
			.isEmpty();
	}

}
