package io.bedrockruntime.model.tool;

import java.util.List;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The tools that a model may use.
 *
 * @param tools the tools
 * @param toolChoice whether and which tools the model has to use, its own choice if
 * absent
 * @since 0.1.0
 */
public record ToolConfiguration(List<Tool> tools, @Nullable ToolChoice toolChoice) implements Structure {

	/**
	 * Check what is required and copy what could change.
	 * @param tools the tools
	 * @param toolChoice whether and which tools the model has to use, its own choice if
	 * absent
	 */
	public ToolConfiguration {
		Assert.notNull(tools, "'tools' must not be null");
		tools = List.copyOf(tools);
	}

	/**
	 * Return one with only what is required.
	 * @param tools the tools
	 * @return the new record
	 */
	public static ToolConfiguration of(List<Tool> tools) {
		return new ToolConfiguration(tools, null);
	}

	/**
	 * Return a copy with another {@code tools}.
	 * @param tools the tools
	 * @return the copy
	 */
	public ToolConfiguration withTools(List<Tool> tools) {
		return new ToolConfiguration(tools, this.toolChoice);
	}

	/**
	 * Return a copy with another {@code tools}.
	 * @param tools the tools
	 * @return the copy
	 */
	public ToolConfiguration withTools(Tool... tools) {
		return withTools(List.of(tools));
	}

	/**
	 * Return a copy with another {@code toolChoice}.
	 * @param toolChoice whether and which tools the model has to use, its own choice if
	 * absent
	 * @return the copy
	 */
	public ToolConfiguration withToolChoice(@Nullable ToolChoice toolChoice) {
		return new ToolConfiguration(this.tools, toolChoice);
	}

	/**
	 * Return a configuration with these tools, of which the model chooses freely.
	 * @param tools the tools
	 * @return the configuration
	 */
	public static ToolConfiguration of(Tool... tools) {
		return of(List.of(tools));
	}

}
