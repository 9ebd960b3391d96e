package io.bedrockruntime.model.tool;

import java.util.List;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The tools that a model may use.
 *
 * @param tools the tools
 * @param toolChoice the rule for the model's choice of tools; if absent, the model
 * decides
 * @since 0.1.0
 */
public record ToolConfiguration(List<Tool> tools, @Nullable ToolChoice toolChoice) implements Structure {

	/**
	 * Check the required components and make defensive copies.
	 * @param tools the tools
	 * @param toolChoice the rule for the model's choice of tools; if absent, the model
	 * decides
	 */
	public ToolConfiguration {
		Assert.notNull(tools, "'tools' must not be null");
		tools = List.copyOf(tools);
	}

	/**
	 * Return an instance with only the required components.
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
	 * @param toolChoice the rule for the model's choice of tools; if absent, the model
	 * decides
	 * @return the copy
	 */
	public ToolConfiguration withToolChoice(@Nullable ToolChoice toolChoice) {
		return new ToolConfiguration(this.tools, toolChoice);
	}

	/**
	 * Return a configuration with these tools, from which the model chooses freely.
	 * @param tools the tools
	 * @return the configuration
	 */
	public static ToolConfiguration of(Tool... tools) {
		return of(List.of(tools));
	}

}
