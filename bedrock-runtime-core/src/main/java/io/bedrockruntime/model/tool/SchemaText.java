package io.bedrockruntime.model.tool;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON schema as text.
 */
final class SchemaText {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(JsonNodeFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
		.build();

	private SchemaText() {
	}

	static JsonNode parse(String json) {
		try {
			JsonNode schema = MAPPER.readTree(json);
			if (schema.isObject()) {
				return schema;
			}
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException("'json' is not valid JSON: " + ex.getLocation().offsetDescription());
		}
		throw new IllegalArgumentException("'json' must be a JSON object");
	}

}
