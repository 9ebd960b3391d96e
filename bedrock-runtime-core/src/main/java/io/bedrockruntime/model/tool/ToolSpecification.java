package io.bedrockruntime.model.tool;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Tool specification.
 *
 * @param name the name
 * @param inputSchema the input schema
 * @param description the description
 * @param strict the strict
 * @since 0.1.0
 */
public record ToolSpecification(String name, ToolInputSchema inputSchema, @Sensitive @Nullable String description,
		@Nullable Boolean strict) implements Structure {

	/**
	 * Check what is required.
	 * @param name the name
	 * @param inputSchema the input schema
	 * @param description the description
	 * @param strict the strict
	 */
	public ToolSpecification {
		Assert.notNull(name, "'name' must not be null");
		Assert.notNull(inputSchema, "'inputSchema' must not be null");
	}

	/**
	 * Return one with only what is required.
	 * @param name the name
	 * @param inputSchema the input schema
	 * @return the new record
	 */
	public static ToolSpecification of(String name, ToolInputSchema inputSchema) {
		return new ToolSpecification(name, inputSchema, null, null);
	}

	/**
	 * Return a copy with another {@code description}.
	 * @param description the description
	 * @return the copy
	 */
	public ToolSpecification withDescription(@Nullable String description) {
		return new ToolSpecification(this.name, this.inputSchema, description, this.strict);
	}

	/**
	 * Return a copy with another {@code strict}.
	 * @param strict the strict
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
