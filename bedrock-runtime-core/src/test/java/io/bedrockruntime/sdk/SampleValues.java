package io.bedrockruntime.sdk;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Values of the contract's scalar types: corner cases, and random values with a fixed
 * seed. They are used in turn, so that many members share all of them.
 */
final class SampleValues {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private static final int DRAWN = 3;

	private final Random random = new Random(20261122);

	private final Map<String, List<JsonNode>> samples = new LinkedHashMap<>();

	private final Map<String, Integer> turns = new LinkedHashMap<>();

	/**
	 * Create the values.
	 * @param withNull whether documents may be null; in responses only documents that
	 * cannot be mistaken for absent
	 */
	SampleValues(boolean withNull) {
		this.samples.put("string", strings());
		this.samples.put("header", headers());
		this.samples.put("label", List.of(NODES.stringNode("some.model-v1:0")));
		this.samples.put("integer", integers());
		this.samples.put("long", longs());
		this.samples.put("float", floats());
		this.samples.put("double", doubles());
		this.samples.put("boolean", List.of(NODES.booleanNode(true), NODES.booleanNode(false)));
		this.samples.put("blob", blobs());
		this.samples.put("timestamp(date-time)", timestamps());
		this.samples.put("document", documents(withNull));
	}

	/** All values of a type. */
	List<JsonNode> all(String type) {
		List<JsonNode> values = this.samples.get(type);
		if (values == null) {
			throw new IllegalArgumentException("No values of type " + type);
		}
		return values;
	}

	/** The next value in turn. */
	JsonNode next(String type) {
		List<JsonNode> values = all(type);
		return values.get(this.turns.merge(type, 1, Integer::sum) % values.size());
	}

	private List<JsonNode> strings() {
		List<String> values = new ArrayList<>(List.of("plain", "", " ", " a\tb\r\nc ",
				"\"quoted\" \\ back / slash \\u0041", "<b>&amp;</b> 'x' </script> <!--", controls(),
				"\u00E4\u00E9 \u4F60\u597D \uD83D\uDE00\uD83D\uDC68\u200D\uD83D\uDC69",
				"e\u0301 \uFEFF \uFFFD \uFFFF \u0085\u2028\u2029 \uD800\uDC00\uDBFF\uDFFF",
				"{\"json\":[1,null,\"\\n\"]}", "null", "0", "2026-01-02T03:04:05Z",
				"x".repeat(4095) + "\u00E4" + "\uD83D\uDE00".repeat(1025)));
		for (int i = 0; i < DRAWN; i++) {
			values.add(this.random.ints(1 + this.random.nextInt(40), 0, 0x11000)
				.filter((codePoint) -> codePoint < 0xD800 || codePoint > 0xDFFF)
				.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
				.toString());
		}
		return values.stream().<JsonNode>map(NODES::stringNode).toList();
	}

	private static String controls() {
		StringBuilder controls = new StringBuilder();
		for (char control = 0; control < 0x20; control++) {
			controls.append(control);
		}
		return controls.append('\u007F').append('\u009F').toString();
	}

	/** Strings that are valid in a header. */
	private List<JsonNode> headers() {
		List<String> values = new ArrayList<>(
				List.of("a", "application/json; charset=utf-8", "a  b", "{\"k\": \"v \\u00e4\", \"n\":1}",
						"!#$%&'*+-.^_`|~()<>@,;:\\/[]?={}\"", "100%25 a+b", "m".repeat(4000)));
		for (int i = 0; i < DRAWN; i++) {
			values.add("v" + this.random.ints(30, '!', '~')
				.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append));
		}
		return values.stream().<JsonNode>map(NODES::stringNode).toList();
	}

	private List<JsonNode> integers() {
		List<JsonNode> values = new ArrayList<>();
		List.of(0, 1, -1, 1000, Integer.MAX_VALUE, Integer.MIN_VALUE)
			.forEach((value) -> values.add(NODES.numberNode(value)));
		this.random.ints(DRAWN).forEach((value) -> values.add(NODES.numberNode(value)));
		return values;
	}

	private List<JsonNode> longs() {
		List<JsonNode> values = new ArrayList<>();
		List.of(0L, -1L, (1L << 53) + 1, Long.MAX_VALUE, Long.MIN_VALUE)
			.forEach((value) -> values.add(NODES.numberNode(value)));
		this.random.longs(DRAWN).forEach((value) -> values.add(NODES.numberNode(value)));
		return values;
	}

	private List<JsonNode> floats() {
		List<JsonNode> values = new ArrayList<>();
		List.of(0f, 1f, 0.1f, 0.7f, -0.25f, 1e-7f, 1e10f, 16777217f, Float.MAX_VALUE, Float.MIN_VALUE, Float.NaN,
				Float.POSITIVE_INFINITY, -0f)
			.forEach((value) -> values.add(NODES.numberNode(value)));
		this.random.doubles(DRAWN).forEach((value) -> values.add(NODES.numberNode((float) value)));
		return values;
	}

	private List<JsonNode> doubles() {
		List<JsonNode> values = new ArrayList<>();
		List.of(0d, 1d, 0.1, -0.25, 1e-7, 1e21, 123456789.12345679, Double.MAX_VALUE, Double.MIN_VALUE, Double.NaN,
				Double.NEGATIVE_INFINITY, -0d)
			.forEach((value) -> values.add(NODES.numberNode(value)));
		this.random.doubles(DRAWN).forEach((value) -> values.add(NODES.numberNode(value)));
		return values;
	}

	private List<JsonNode> blobs() {
		List<JsonNode> values = new ArrayList<>();
		for (int length : new int[] { 0, 1, 2, 3, 5000 }) {
			byte[] bytes = new byte[length];
			this.random.nextBytes(bytes);
			values.add(NODES.binaryNode(bytes));
		}
		byte[] each = new byte[256];
		for (int i = 0; i < each.length; i++) {
			each[i] = (byte) i;
		}
		values.add(NODES.binaryNode(each));
		// Both characters of base64 that its URL-safe form replaces.
		values.add(NODES
			.binaryNode(new byte[] { (byte) 0xFB, (byte) 0xEF, (byte) 0xBE, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF }));
		return values;
	}

	private List<JsonNode> timestamps() {
		List<String> values = new ArrayList<>(
				List.of("2026-01-02T03:04:05Z", "2026-01-02T03:04:00Z", "2026-01-02T03:04:05.678Z",
						"2026-01-02T03:04:05.600Z", "2026-01-02T03:04:05.000678Z", "2024-02-29T23:59:59.999Z",
						"1970-01-01T00:00:00Z", "1969-12-31T23:59:59.500Z", "9999-12-31T23:59:59Z"));
		for (int i = 0; i < DRAWN; i++) {
			values.add(Instant.ofEpochMilli(this.random.nextInt() * 1000L + this.random.nextInt(1000)).toString());
		}
		return values.stream().<JsonNode>map(NODES::stringNode).toList();
	}

	private List<JsonNode> documents(boolean withNull) {
		ObjectNode nested = NODES.objectNode();
		nested.putNull("nothing").put("text", "a\"b\\\u00E4\uD83D\uDE00\u0001").put("yes", true).put("no", false);
		nested.put("integer", Integer.MAX_VALUE)
			.put("long", Long.MIN_VALUE)
			.put("", "nameless")
			.put("a.b/c\"\u00E4", 0);
		nested.put("big", new BigInteger("123456789012345678901234567890"));
		nested.put("decimal", new BigDecimal("0.1000000000000000055511151231257827"));
		nested.put("small", new BigDecimal("1E-7")).put("huge", new BigDecimal("1.5E+300"));
		nested.putArray("list").add(1).addNull().add("two").add(2.5).addObject().putNull("x");
		nested.putObject("empty").putArray("list");
		ArrayNode deep = NODES.arrayNode();
		ArrayNode inner = deep;
		for (int i = 0; i < 40; i++) {
			inner = inner.addObject().putArray("deeper");
		}
		List<JsonNode> values = new ArrayList<>(List.of(nested, NODES.objectNode(), NODES.arrayNode(),
				NODES.stringNode("text"), NODES.stringNode(""), NODES.numberNode(0),
				NODES.numberNode(new BigDecimal("-12.50")), NODES.booleanNode(true), NODES.booleanNode(false), deep,
				NODES.arrayNode().addNull().add(NODES.arrayNode().addNull()), NODES.objectNode().putNull("only")));
		if (withNull) {
			values.add(NODES.nullNode());
		}
		return values;
	}

}
