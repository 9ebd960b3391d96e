package io.bedrockruntime.model.tool;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Union;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Rule for the model's choice of tools.
 *
 * @since 0.1.0
 */
public sealed interface ToolChoice extends Union {

	/**
	 * {@return the variant with the choice made by the model}
	 * @param auto the choice made by the model
	 */
	static ToolChoice auto(AutoToolChoice auto) {
		return new Auto(auto);
	}

	/**
	 * {@return the variant with at least one tool}
	 * @param any at least one tool
	 */
	static ToolChoice any(AnyToolChoice any) {
		return new Any(any);
	}

	/**
	 * {@return the variant with a specific tool}
	 * @param tool a specific tool
	 */
	static ToolChoice tool(SpecificToolChoice tool) {
		return new Tool(tool);
	}

	/**
	 * Return the variant that lets the model decide whether to use a tool.
	 * @return the variant
	 */
	static ToolChoice auto() {
		return auto(new AutoToolChoice());
	}

	/**
	 * Return the variant that makes the model use at least one tool.
	 * @return the variant
	 */
	static ToolChoice any() {
		return any(new AnyToolChoice());
	}

	/**
	 * Return the variant that makes the model use a specific tool.
	 * @param name the tool's name
	 * @return the variant
	 */
	static ToolChoice tool(String name) {
		return tool(new SpecificToolChoice(name));
	}

	/**
	 * The variant with the choice made by the model.
	 *
	 * @param auto the choice made by the model
	 */
	record Auto(AutoToolChoice auto) implements ToolChoice {

		/**
		 * Check that no component is null.
		 * @param auto the choice made by the model
		 */
		public Auto {
			Assert.notNull(auto, "'auto' must not be null");
		}

	}

	/**
	 * The variant with at least one tool.
	 *
	 * @param any at least one tool
	 */
	record Any(AnyToolChoice any) implements ToolChoice {

		/**
		 * Check that no component is null.
		 * @param any at least one tool
		 */
		public Any {
			Assert.notNull(any, "'any' must not be null");
		}

	}

	/**
	 * The variant with a specific tool.
	 *
	 * @param tool a specific tool
	 */
	record Tool(SpecificToolChoice tool) implements ToolChoice {

		/**
		 * Check that no component is null.
		 * @param tool a specific tool
		 */
		public Tool {
			Assert.notNull(tool, "'tool' must not be null");
		}

	}

	/**
	 * A variant that this version does not know. It is written back as it was read.
	 *
	 * @param name the member's name, empty if no member was set
	 * @param value the member's value
	 */
	record Unknown(String name, @Sensitive JsonNode value) implements ToolChoice {

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
