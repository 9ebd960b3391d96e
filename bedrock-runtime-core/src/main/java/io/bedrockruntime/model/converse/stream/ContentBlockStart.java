package io.bedrockruntime.model.converse.stream;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Union;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Start of a block of a message in a stream.
 *
 * @since 0.1.0
 */
public sealed interface ContentBlockStart extends Union {

	/**
	 * {@return the variant with the start of a tool use}
	 * @param toolUse the start of a tool use
	 */
	static ContentBlockStart toolUse(ToolUseBlockStart toolUse) {
		return new ToolUse(toolUse);
	}

	/**
	 * {@return the variant with the start of a tool's result}
	 * @param toolResult the start of a tool's result
	 */
	static ContentBlockStart toolResult(ToolResultBlockStart toolResult) {
		return new ToolResult(toolResult);
	}

	/**
	 * {@return the variant with the start of an image}
	 * @param image the start of an image
	 */
	static ContentBlockStart image(ImageBlockStart image) {
		return new Image(image);
	}

	/**
	 * The variant with the start of a tool use.
	 *
	 * @param toolUse the start of a tool use
	 */
	record ToolUse(ToolUseBlockStart toolUse) implements ContentBlockStart {

		/**
		 * Check that no component is null.
		 * @param toolUse the start of a tool use
		 */
		public ToolUse {
			Assert.notNull(toolUse, "'toolUse' must not be null");
		}

	}

	/**
	 * The variant with the start of a tool's result.
	 *
	 * @param toolResult the start of a tool's result
	 */
	record ToolResult(ToolResultBlockStart toolResult) implements ContentBlockStart {

		/**
		 * Check that no component is null.
		 * @param toolResult the start of a tool's result
		 */
		public ToolResult {
			Assert.notNull(toolResult, "'toolResult' must not be null");
		}

	}

	/**
	 * The variant with the start of an image.
	 *
	 * @param image the start of an image
	 */
	record Image(ImageBlockStart image) implements ContentBlockStart {

		/**
		 * Check that no component is null.
		 * @param image the start of an image
		 */
		public Image {
			Assert.notNull(image, "'image' must not be null");
		}

	}

	/**
	 * A variant that this version does not know. It is written back as it was read.
	 *
	 * @param name the member's name, empty if no member was set
	 * @param value the member's value
	 */
	record Unknown(String name, @Sensitive JsonNode value) implements ContentBlockStart {

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
