package io.bedrockruntime.model;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * JSON as text, read and written without the client's own mapper.
 */
public final class JsonText {

	private static final JsonMapper MAPPER = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
			.build())
		.enable(JsonNodeFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
		.build();

	private static final JsonMapper ASCII = MAPPER.rebuild().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

	private JsonText() {
	}

	/** Return text in ASCII, with escapes for all other characters. */
	public static byte[] ascii(JsonNode node) {
		return ASCII.writeValueAsBytes(node);
	}

	/** Return text in UTF-8, as far as UTF-8 can represent it. */
	public static byte[] utf8(JsonNode node) {
		String text = MAPPER.writeValueAsString(node);
		return StandardCharsets.UTF_8.newEncoder().canEncode(text) ? text.getBytes(StandardCharsets.UTF_8)
				: ascii(node);
	}

	public static String text(JsonNode node) {
		return new String(utf8(node), StandardCharsets.UTF_8);
	}

	/** Return the tree of a text that must be valid UTF-8. */
	public static JsonNode read(byte[] json) {
		try {
			return MAPPER.readTree(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString());
		}
		catch (CharacterCodingException ex) {
			throw new AssertionError("No UTF-8", ex);
		}
	}

	/**
	 * Assert that two trees are equal, with numbers equal to the last digit, zeros
	 * included, and members in any order.
	 */
	public static void assertSame(JsonNode actual, JsonNode expected, String path) {
		if (expected.isObject()) {
			assertThat(actual.isObject()).as("%s is an object", path).isTrue();
			assertThat(actual.propertyNames()).as("members of %s", path)
				.containsExactlyInAnyOrderElementsOf(expected.propertyNames());
			for (Map.Entry<String, JsonNode> member : expected.properties()) {
				assertSame(actual.get(member.getKey()), member.getValue(), path + "." + member.getKey());
			}
		}
		else if (expected.isArray()) {
			assertThat(actual.isArray()).as("%s is a list", path).isTrue();
			assertThat(actual.size()).as("size of %s", path).isEqualTo(expected.size());
			Iterator<JsonNode> items = actual.iterator();
			for (int i = 0; i < expected.size(); i++) {
				assertSame(items.next(), expected.get(i), path + "[" + i + "]");
			}
		}
		else if (expected.isNumber()) {
			assertThat(actual.isNumber()).as("%s is a number", path).isTrue();
			assertThat(actual.decimalValue()).as(path).isEqualTo(expected.decimalValue());
		}
		else if (expected.isBinary()) {
			assertThat(actual.stringValue()).as(path).isEqualTo(expected.asString());
		}
		else {
			assertThat(actual).as(path).isEqualTo(expected);
		}
	}

}
