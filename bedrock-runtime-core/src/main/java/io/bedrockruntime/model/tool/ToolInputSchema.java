package io.bedrockruntime.model.tool;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Union;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Schema of the input of a tool.
 *
 * @since 0.1.0
 */
public sealed interface ToolInputSchema extends Union {

	/**
	 * {@return the variant with a JSON schema}
	 * @param json a JSON schema
	 */
	static ToolInputSchema json(JsonNode json) {
		return new Json(json);
	}

	/**
	 * Return the variant with a schema that is given as text.
	 * @param json the JSON schema, an object
	 * @return the variant
	 * @throws IllegalArgumentException if the text is not a JSON object
	 */
	static ToolInputSchema json(String json) {
		return json(SchemaText.parse(json));
	}

	/**
	 * The variant with a JSON schema.
	 *
	 * @param json a JSON schema
	 */
	record Json(@Sensitive JsonNode json) implements ToolInputSchema {

		/**
		 * Check that no component is null.
		 * @param json a JSON schema
		 */
		public Json {
			Assert.notNull(json, "'json' must not be null");
		}

		@Override
		public String toString() {
			return Redaction.toString(this);
		}

	}

	/**
	 * A variant that this version does not know. It is written back as it was read.
	 *
	 * @param name the member's name, empty if no member was set
	 * @param value the member's value
	 */
	record Unknown(String name, @Sensitive JsonNode value) implements ToolInputSchema {

		/**
		 * Check that no component is null.
		 * @param name the member's name, empty if no member was set
		 * @param value the member's value
		 */
		public Unknown {
			Assert.notNull(name, "'name' must not be null");
			Assert.notNull(value, "'value' must not be null");
		}

		@Override
		public String toString() {
			return Redaction.toString(this);
		}

	}

}
