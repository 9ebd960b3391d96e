package io.bedrockruntime.model.tool;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Union;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Whether and which tools a model has to use.
 *
 * @since 0.1.0
 */
public sealed interface ToolChoice extends Union {

	/**
	 * {@return the variant with the choice left to the model}
	 * @param auto the choice left to the model
	 */
	static ToolChoice auto(AutoToolChoice auto) {
		return new Auto(auto);
	}

	/**
	 * {@return the variant with some tool}
	 * @param any some tool
	 */
	static ToolChoice any(AnyToolChoice any) {
		return new Any(any);
	}

	/**
	 * {@return the variant with one tool}
	 * @param tool one tool
	 */
	static ToolChoice tool(SpecificToolChoice tool) {
		return new Tool(tool);
	}

	/**
	 * Return the variant that leaves to the model whether it uses a tool.
	 * @return the variant
	 */
	static ToolChoice auto() {
		return auto(new AutoToolChoice());
	}

	/**
	 * Return the variant that makes the model use some tool.
	 * @return the variant
	 */
	static ToolChoice any() {
		return any(new AnyToolChoice());
	}

	/**
	 * Return the variant that makes the model use one tool.
	 * @param name the tool's name
	 * @return the variant
	 */
	static ToolChoice tool(String name) {
		return tool(new SpecificToolChoice(name));
	}

	/**
	 * The variant with the choice left to the model.
	 *
	 * @param auto the choice left to the model
	 */
	record Auto(AutoToolChoice auto) implements ToolChoice {

		/**
		 * Check that there is a value.
		 * @param auto the choice left to the model
		 */
		public Auto {
			Assert.notNull(auto, "'auto' must not be null");
		}

	}

	/**
	 * The variant with some tool.
	 *
	 * @param any some tool
	 */
	record Any(AnyToolChoice any) implements ToolChoice {

		/**
		 * Check that there is a value.
		 * @param any some tool
		 */
		public Any {
			Assert.notNull(any, "'any' must not be null");
		}

	}

	/**
	 * The variant with one tool.
	 *
	 * @param tool one tool
	 */
	record Tool(SpecificToolChoice tool) implements ToolChoice {

		/**
		 * Check that there is a value.
		 * @param tool one tool
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
		 * Check that there is a value.
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
