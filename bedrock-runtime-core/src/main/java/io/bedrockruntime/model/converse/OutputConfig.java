package io.bedrockruntime.model.converse;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Settings for the output of a model.
 *
 * @param textFormat the format of the text
 * @param effort the effort level of the model, one of the values that the model defines
 * @since 0.1.0
 */
public record OutputConfig(@Nullable OutputFormat textFormat, @Nullable String effort) implements Structure {

	/**
	 * Return a copy with another {@code textFormat}.
	 * @param textFormat the format of the text
	 * @return the copy
	 */
	public OutputConfig withTextFormat(@Nullable OutputFormat textFormat) {
		return new OutputConfig(textFormat, this.effort);
	}

	/**
	 * Return a copy with another {@code effort}.
	 * @param effort the effort level of the model, one of the values that the model
	 * defines
	 * @return the copy
	 */
	public OutputConfig withEffort(@Nullable String effort) {
		return new OutputConfig(this.textFormat, effort);
	}

	/**
	 * Return a configuration that uses the model's defaults for everything.
	 * @return the configuration
	 */
	public static OutputConfig defaults() {
		return new OutputConfig(null, null);
	}

	/**
	 * Return a configuration that makes the model generate JSON of a schema.
	 * @param schema the schema
	 * @return the configuration
	 */
	public static OutputConfig jsonSchema(JsonSchemaDefinition schema) {
		return defaults()
			.withTextFormat(new OutputFormat(OutputFormatType.JSON_SCHEMA, OutputFormatStructure.jsonSchema(schema)));
	}

}
