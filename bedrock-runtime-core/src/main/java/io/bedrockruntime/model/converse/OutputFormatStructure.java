package io.bedrockruntime.model.converse;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Union;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Definition of a format of text.
 *
 * @since 0.1.0
 */
public sealed interface OutputFormatStructure extends Union {

	/**
	 * {@return the variant with a JSON schema}
	 * @param jsonSchema a JSON schema
	 */
	static OutputFormatStructure jsonSchema(JsonSchemaDefinition jsonSchema) {
		return new JsonSchema(jsonSchema);
	}

	/**
	 * The variant with a JSON schema.
	 *
	 * @param jsonSchema a JSON schema
	 */
	record JsonSchema(@Sensitive JsonSchemaDefinition jsonSchema) implements OutputFormatStructure {

		/**
		 * Check that no component is null.
		 * @param jsonSchema a JSON schema
		 */
		public JsonSchema {
			Assert.notNull(jsonSchema, "'jsonSchema' must not be null");
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
	record Unknown(String name, @Sensitive JsonNode value) implements OutputFormatStructure {

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
