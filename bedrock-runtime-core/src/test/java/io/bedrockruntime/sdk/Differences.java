package io.bedrockruntime.sdk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Differences between this client, the AWS SDK and the contract, collected over many
 * cases. A difference of many cases is reported once.
 */
final class Differences {

	private static final Set<String> NO_NUMBERS = Set.of("NaN", "Infinity", "-Infinity");

	private final Map<String, List<String>> differences = new LinkedHashMap<>();

	private String current = "";

	private int cases;

	/** Compare a case; an exception counts as a difference. */
	void of(Case it, Consumer<Case> comparison) {
		this.cases++;
		this.current = it.name();
		try {
			comparison.accept(it);
		}
		catch (AssertionError | RuntimeException ex) {
			add("%s, for %s".formatted(ex, ex.getCause()));
		}
	}

	int cases() {
		return this.cases;
	}

	void compare(String what, Object ours, Object theirs) {
		compare(what, "the SDK's", ours, theirs);
	}

	void compareWithContract(String what, Object ours, Object expected) {
		compare(what, "the contract's", ours, expected);
	}

	private void compare(String what, String whose, Object ours, Object other) {
		if (!Objects.equals(ours, other)) {
			add("%s is %s, %s is %s".formatted(what, cut(ours), whose, cut(other)));
		}
	}

	/** Compare trees; numbers by their value, objects regardless of order. */
	void compareTrees(JsonNode expected, JsonNode ours, JsonNode theirs) {
		differ("ours", "", expected, ours);
		differ("the SDK's", "", expected, theirs);
	}

	private void differ(String whose, String path, JsonNode expected, JsonNode actual) {
		if (expected == null || actual == null) {
			add("%s at '%s' is %s instead of %s".formatted(whose, path, cut(actual), cut(expected)));
		}
		else if (expected.isObject() && actual.isObject()) {
			Set<String> names = new LinkedHashSet<>(expected.propertyNames());
			names.addAll(actual.propertyNames());
			names.forEach((name) -> differ(whose, path + "." + name, expected.get(name), actual.get(name)));
		}
		else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
			for (int i = 0; i < expected.size(); i++) {
				differ(whose, path + "[" + i + "]", expected.get(i), actual.get(i));
			}
		}
		else if (!sameScalar(expected, actual)) {
			add("%s at '%s' is %s instead of %s".formatted(whose, path, cut(actual), cut(expected)));
		}
	}

	private static boolean sameScalar(JsonNode expected, JsonNode actual) {
		if (isFinite(expected) && isFinite(actual)) {
			return new BigDecimal(expected.asString()).compareTo(new BigDecimal(actual.asString())) == 0;
		}
		return text(expected).equals(text(actual));
	}

	private static boolean isFinite(JsonNode node) {
		return node.isNumber() && !NO_NUMBERS.contains(node.asString());
	}

	/** Value as encoded: a blob is a base64 string, and a special number is a string. */
	private static JsonNode text(JsonNode node) {
		boolean written = node.isBinary() || NO_NUMBERS.contains(node.asString(""));
		return written ? JsonNodeFactory.instance.stringNode(node.asString()) : node;
	}

	private void add(String difference) {
		this.differences.computeIfAbsent(difference, (text) -> new ArrayList<>()).add(this.current);
	}

	private static String cut(Object value) {
		String text = String.valueOf(value);
		return (text.length() > 200) ? text.substring(0, 200) + "..." : text;
	}

	void assertNone() {
		List<String> found = new ArrayList<>();
		this.differences.forEach((difference, where) -> found
			.add("%s, in %d cases, first in %s".formatted(difference, where.size(), where.get(0))));
		assertThat(found).isEmpty();
	}

}
