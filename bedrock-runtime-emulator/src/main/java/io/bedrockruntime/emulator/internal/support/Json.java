package io.bedrockruntime.emulator.internal.support;

import java.nio.charset.StandardCharsets;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Helpers for the emulator's JSON trees.
 */
public final class Json {

	/** A media block may be one long string: AWS accepts request bodies of 25 MB. */
	private static final int LONGEST_STRING = 64 * 1024 * 1024;

	private static final JsonMapper MAPPER = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder().maxStringLength(LONGEST_STRING).build())
			.build())
		.build();

	private Json() {
	}

	public static ObjectNode object() {
		return JsonNodeFactory.instance.objectNode();
	}

	public static ArrayNode array() {
		return JsonNodeFactory.instance.arrayNode();
	}

	public static ArrayNode array(JsonNode element) {
		return array().add(element);
	}

	public static JsonNode read(byte[] json) {
		return MAPPER.readTree(json);
	}

	public static JsonNode read(String json) {
		return MAPPER.readTree(json);
	}

	public static byte[] bytes(JsonNode node) {
		return MAPPER.writeValueAsBytes(node);
	}

	/** Write with sorted members, so that equal objects give equal bytes. */
	public static byte[] sortedBytes(JsonNode node) {
		return MAPPER.writer().with(JsonNodeFeature.WRITE_PROPERTIES_SORTED).writeValueAsBytes(node);
	}

	public static String text(JsonNode node) {
		return new String(bytes(node), StandardCharsets.UTF_8);
	}

	public static String pretty(JsonNode node) {
		return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
	}

}
