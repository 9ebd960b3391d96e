package io.bedrockruntime.model.converse;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Output config.
 *
 * @param textFormat the text format
 * @param effort the effort
 * @since 0.1.0
 */
public record OutputConfig(@Nullable OutputFormat textFormat, @Nullable String effort) implements Structure {

	/**
	 * Return a copy with another {@code textFormat}.
	 * @param textFormat the text format
	 * @return the copy
	 */
	public OutputConfig withTextFormat(@Nullable OutputFormat textFormat) {
		return new OutputConfig(textFormat, this.effort);
	}

	/**
	 * Return a copy with another {@code effort}.
	 * @param effort the effort
	 * @return the copy
	 */
	public OutputConfig withEffort(@Nullable String effort) {
		return new OutputConfig(this.textFormat, effort);
	}

	/**
	 * Return a configuration that leaves everything to the model's own defaults.
	 * @return the configuration
	 */
	public static OutputConfig defaults() {
		return new OutputConfig(null, null);
	}

	/**
	 * Return a configuration that makes the model answer with JSON of a schema.
	 * @param schema the schema
	 * @return the configuration
	 */
	public static OutputConfig jsonSchema(JsonSchemaDefinition schema) {
		return defaults()
			.withTextFormat(new OutputFormat(OutputFormatType.JSON_SCHEMA, OutputFormatStructure.jsonSchema(schema)));
	}

}
