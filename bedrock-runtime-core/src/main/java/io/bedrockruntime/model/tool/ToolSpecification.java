package io.bedrockruntime.model.tool;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A tool that the application provides.
 *
 * @param name the name by which the model calls it
 * @param inputSchema the schema of the tool's input
 * @param description the description of the tool, by which the model decides when to use
 * it
 * @param strict whether the input must follow the schema exactly
 * @since 0.1.0
 */
public record ToolSpecification(String name, ToolInputSchema inputSchema, @Sensitive @Nullable String description,
		@Nullable Boolean strict) implements Structure {

	/**
	 * Check the required components.
	 * @param name the name by which the model calls it
	 * @param inputSchema the schema of the tool's input
	 * @param description the description of the tool, by which the model decides when to
	 * use it
	 * @param strict whether the input must follow the schema exactly
	 */
	public ToolSpecification {
		Assert.notNull(name, "'name' must not be null");
		Assert.notNull(inputSchema, "'inputSchema' must not be null");
	}

	/**
	 * Return an instance with only the required components.
	 * @param name the name by which the model calls it
	 * @param inputSchema the schema of the tool's input
	 * @return the new record
	 */
	public static ToolSpecification of(String name, ToolInputSchema inputSchema) {
		return new ToolSpecification(name, inputSchema, null, null);
	}

	/**
	 * Return a copy with another {@code description}.
	 * @param description the description of the tool, by which the model decides when to
	 * use it
	 * @return the copy
	 */
	public ToolSpecification withDescription(@Nullable String description) {
		return new ToolSpecification(this.name, this.inputSchema, description, this.strict);
	}

	/**
	 * Return a copy with another {@code strict}.
	 * @param strict whether the input must follow the schema exactly
	 * @return the copy
	 */
	public ToolSpecification withStrict(@Nullable Boolean strict) {
		return new ToolSpecification(this.name, this.inputSchema, this.description, strict);
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
