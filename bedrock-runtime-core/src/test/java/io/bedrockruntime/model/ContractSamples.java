package io.bedrockruntime.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import io.bedrockruntime.testdata.Choices;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes arbitrary JSON of a shape, from the contract and a sequence of choices: absent
 * members, members in any order, and in every position members, variants and values that
 * do not exist yet. Everything that could be content from a user or a model contains
 * {@link #CONTENT}.
 */
public final class ContractSamples {

	/**
	 * Nine letters, so that every blob that begins with them has the same base64 prefix.
	 */
	public static final String CONTENT = "cOnTeNtXy";

	/** The same for content that is a number. */
	public static final String CONTENT_NUMBER = "70931524";

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private static final int MAX_DEPTH = 12;

	private static final String[] NUMBERS = { "0", "1", "-1", "0.0", "1.0", "1.10", "1.100", "0.1", "1E+2", "1e-7",
			"1E400", "-1.5E-320", "9007199254740993", "9223372036854775807", "9223372036854775808",
			"-9223372036854775809", "2147483648", "3.14159265358979323846264338327950288419716939937510582097494459",
			"0.1000000000000000055511151", "1e1000", "1E-1000",
			"123456789012345678901234567890.123456789012345678901234567890", "100000000000000000000", "5e-324",
			"1.7976931348623157E308", "1.7976931348623159E308", "1E+1000000", "0E+3", "0.000" };

	private static final String[] PIECES = { "a", "\u00e4", "\u20ac", "\uD83D\uDE00", "\"", "\\", "/", "\n", "\r", "\t",
			"\b", "\f", "\u0000", "\u001f", "\u007f", "\u0080", "\u2028", "\uFEFF", "\uFFFD", "\uFFFF", "\uD83D",
			"\uDE00", "\uDE00\uD83D", "<script>", "\\u0041", " ", "{\"a\":1}", "\u0301", "null" };

	private final Choices choices;

	private final Set<String> covered = new LinkedHashSet<>();

	private int depth;

	private int counter;

	public ContractSamples(Choices choices) {
		this.choices = choices;
	}

	/**
	 * Return what was generated so far: shapes, variants, and the positions of unknowns.
	 */
	public Set<String> covered() {
		return this.covered;
	}

	/** Return any value of a shape that is a structure or a union. */
	public ObjectNode shape(String name) {
		this.depth++;
		ObjectNode node = Contract.shape(name).get("kind").stringValue().equals("union") ? union(name)
				: structure(name);
		this.depth--;
		return node;
	}

	private ObjectNode structure(String name) {
		this.covered.add(name);
		Map<String, JsonNode> members = new LinkedHashMap<>();
		Contract.members(name).forEach((member, description) -> {
			boolean required = Contract.isRequired(name, member);
			if (Contract.isBound(description) || (!required && !this.choices.chance(60))) {
				return;
			}
			boolean isNull = !required && this.choices.chance(8);
			members.put(member, isNull ? NODES.nullNode() : value(name, member, description));
		});
		while (this.choices.chance(25)) {
			this.covered.add(name + "+");
			members.put(newName(), anything());
		}
		return inAnyOrder(members);
	}

	private ObjectNode union(String name) {
		Map<String, JsonNode> known = Contract.members(name);
		Map<String, JsonNode> members = new LinkedHashMap<>();
		if (this.choices.chance(20)) {
			this.covered.add(name + "?");
			JsonNode value = anything();
			// Without a name and a value it would equal an empty object.
			members.put((!value.isNull() && this.choices.chance(5)) ? "" : "new" + newName(), value);
		}
		else if (!this.choices.chance(3)) {
			String member = member(name, known);
			this.covered.add(name + "." + member);
			members.put(member, value(name, member, known.get(member)));
		}
		if (this.choices.chance(5) && (members.isEmpty() || !members.values().iterator().next().isNull())) {
			// A null member counts as not set.
			members.putIfAbsent(this.choices.of(List.copyOf(known.keySet())), NODES.nullNode());
		}
		return inAnyOrder(members);
	}

	private String member(String name, Map<String, JsonNode> known) {
		List<String> names = List.copyOf(known.keySet());
		return (this.depth > MAX_DEPTH) ? names.get(0) : this.choices.of(names);
	}

	private JsonNode value(String shape, String member, JsonNode type) {
		String name = type.get("type").stringValue();
		if (type.has("enum")) {
			if (this.choices.chance(30)) {
				this.covered.add(shape + "." + member + "?");
				return NODES.stringNode(this.choices.chance(10) ? "" : "new" + text(8));
			}
			return NODES.stringNode(this.choices.of(Contract.values(type.get("enum").stringValue())));
		}
		return switch (name) {
			case "string" -> NODES.stringNode(isIdentifier(shape, member) ? "id" + text(6) : content());
			case "integer" ->
				NODES.numberNode(this.choices.chance(20) ? this.choices.anyInt() : this.choices.below(100));
			case "long" -> NODES.numberNode((long) this.choices.anyInt() << this.choices.below(33));
			case "float", "double" -> NODES.numberNode(this.choices.below(1000) / 8.0);
			case "boolean" -> NODES.booleanNode(this.choices.chance(50));
			case "blob" -> NODES.binaryNode(blob());
			case "timestamp(date-time)" -> NODES.stringNode("2026-01-02T03:04:05.678Z");
			case "document" -> anything();
			case "list" -> list(shape, member, type.get("of"));
			// The assessments of a guardrail have its identifier as key.
			case "map" -> inAnyOrder(Map.of(type.toString().contains("GuardrailAssessment") ? "id" : name(content()),
					value(shape, member, type.get("of"))));
			default -> shape(name);
		};
	}

	private ArrayNode list(String shape, String member, JsonNode of) {
		ArrayNode list = NODES.arrayNode();
		int size = (this.depth > MAX_DEPTH) ? this.choices.below(2) : this.choices.below(5);
		for (int i = 0; i < size; i++) {
			list.add(value(shape, member, of));
		}
		return list;
	}

	/** Return arbitrary JSON. */
	public JsonNode anything() {
		this.depth++;
		JsonNode node = switch ((this.depth > MAX_DEPTH) ? this.choices.below(5) : this.choices.below(8)) {
			case 0 -> NODES.nullNode();
			case 1 -> NODES.stringNode(content());
			case 2 -> number();
			case 3 -> NODES.booleanNode(this.choices.chance(50));
			case 4 -> nested();
			case 5 -> {
				ArrayNode list = NODES.arrayNode();
				for (int i = this.choices.below(4); i > 0; i--) {
					list.add(anything());
				}
				yield list;
			}
			default -> {
				Map<String, JsonNode> members = new LinkedHashMap<>();
				for (int i = this.choices.below(4); i > 0; i--) {
					members.put(name(content()), anything());
				}
				yield inAnyOrder(members);
			}
		};
		this.depth--;
		return node;
	}

	private JsonNode nested() {
		JsonNode node = this.choices.chance(50) ? NODES.arrayNode() : NODES.objectNode();
		for (int i = this.choices.below(60); i > 0; i--) {
			node = (i % 2 == 0) ? NODES.arrayNode().add(node) : NODES.objectNode().set("n", node);
		}
		return node;
	}

	private JsonNode number() {
		if (this.choices.chance(30)) {
			return NODES.numberNode(new BigInteger(CONTENT_NUMBER + "1".repeat(this.choices.below(300))));
		}
		if (this.choices.chance(30)) {
			return NODES.numberNode(new BigDecimal("-0." + CONTENT_NUMBER + "3".repeat(this.choices.below(300))));
		}
		String number = this.choices.of(NUMBERS);
		return number.matches("-?\\d+") ? NODES.numberNode(new BigInteger(number))
				: NODES.numberNode(new BigDecimal(number));
	}

	private byte[] blob() {
		if (this.choices.chance(20)) {
			return new byte[0];
		}
		byte[] prefix = CONTENT.getBytes(StandardCharsets.US_ASCII);
		byte[] blob = new byte[prefix.length + (this.choices.chance(10) ? 20_000 : 0) + this.choices.below(100)];
		new Random(this.choices.anyInt()).nextBytes(blob);
		System.arraycopy(prefix, 0, blob, 0, prefix.length);
		return blob;
	}

	private String content() {
		if (this.choices.chance(8)) {
			return "";
		}
		return this.choices.chance(3) ? CONTENT + this.choices.of(PIECES).repeat(this.choices.below(6000))
				: text(4) + CONTENT + text(6);
	}

	private String newName() {
		if (this.choices.chance(10)) {
			return this.choices.of("unknownMembers", "__type", "responseMetadata", "class");
		}
		return this.choices.of("new", "", "zzz") + this.counter++ + name(text(3));
	}

	private String text(int maxPieces) {
		StringBuilder text = new StringBuilder();
		for (int i = this.choices.below(maxPieces); i > 0; i--) {
			text.append(this.choices.of(PIECES));
		}
		return text.toString();
	}

	/**
	 * Return a text that can be a name: the JSON parser accepts no lone surrogates in it,
	 * and at most 50,000 characters.
	 */
	private static String name(String text) {
		return text.substring(0, Math.min(text.length(), 500)).replaceAll("[\\ud800-\\udfff]", "s");
	}

	private ObjectNode inAnyOrder(Map<String, JsonNode> members) {
		List<String> names = new ArrayList<>(members.keySet());
		if (this.choices.chance(50)) {
			Collections.shuffle(names, new Random(this.choices.anyInt()));
		}
		ObjectNode node = NODES.objectNode();
		names.forEach((name) -> node.set(name, members.get(name)));
		return node;
	}

	/**
	 * Return the same JSON as normalized by the protocol: a null member counts as absent,
	 * in a structure if the contract defines it, in a union if another member is present.
	 * Nulls in documents and in unknown members are kept.
	 */
	public static JsonNode withoutAbsent(String shape, JsonNode node) {
		boolean union = Contract.shape(shape).get("kind").stringValue().equals("union");
		Map<String, JsonNode> known = Contract.members(shape);
		ObjectNode result = NODES.objectNode();
		node.properties().forEach((member) -> {
			JsonNode description = known.get(member.getKey());
			boolean absent = member.getValue().isNull()
					&& (union ? node.size() > 1 : description != null && !Contract.isRequired(shape, member.getKey()));
			if (!absent) {
				result.set(member.getKey(),
						(description != null) ? withoutAbsent(description, member.getValue()) : member.getValue());
			}
		});
		return result;
	}

	private static JsonNode withoutAbsent(JsonNode type, JsonNode node) {
		String name = type.get("type").stringValue();
		if (Contract.shape(name) != null && node.isObject()) {
			return withoutAbsent(name, node);
		}
		if (name.equals("list") && node.isArray()) {
			ArrayNode list = NODES.arrayNode();
			node.forEach((item) -> list.add(withoutAbsent(type.get("of"), item)));
			return list;
		}
		return node;
	}

	private static boolean isIdentifier(String shape, String member) {
		return RedactionTests.IDENTIFIERS.contains("*." + member)
				|| RedactionTests.IDENTIFIERS.contains(shape + "." + member);
	}

}
