package io.bedrockruntime.model.converse;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A JSON schema that the model's output must follow.
 *
 * @param schema the schema as JSON text
 * @param name a name for the schema
 * @param description the purpose of the schema
 * @since 0.1.0
 */
public record JsonSchemaDefinition(@Sensitive String schema, @Nullable String name,
		@Sensitive @Nullable String description) implements Structure {

	/**
	 * Check the required components.
	 * @param schema the schema as JSON text
	 * @param name a name for the schema
	 * @param description the purpose of the schema
	 */
	public JsonSchemaDefinition {
		Assert.notNull(schema, "'schema' must not be null");
	}

	/**
	 * Return an instance with only the required components.
	 * @param schema the schema as JSON text
	 * @return the new record
	 */
	public static JsonSchemaDefinition of(String schema) {
		return new JsonSchemaDefinition(schema, null, null);
	}

	/**
	 * Return a copy with another {@code name}.
	 * @param name a name for the schema
	 * @return the copy
	 */
	public JsonSchemaDefinition withName(@Nullable String name) {
		return new JsonSchemaDefinition(this.schema, name, this.description);
	}

	/**
	 * Return a copy with another {@code description}.
	 * @param description the purpose of the schema
	 * @return the copy
	 */
	public JsonSchemaDefinition withDescription(@Nullable String description) {
		return new JsonSchemaDefinition(this.schema, this.name, description);
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
