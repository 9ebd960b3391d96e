package io.bedrockruntime.model.converse.stream;

import java.util.List;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Union;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * A part of a block of a message in a stream. The parts of a block are joined in order.
 *
 * @since 0.1.0
 */
public sealed interface ContentBlockDelta extends Union {

	/**
	 * {@return the variant with text}
	 * @param text the text
	 */
	static ContentBlockDelta text(String text) {
		return new Text(text);
	}

	/**
	 * {@return the variant with a part of a tool use}
	 * @param toolUse a part of a tool use
	 */
	static ContentBlockDelta toolUse(ToolUseBlockDelta toolUse) {
		return new ToolUse(toolUse);
	}

	/**
	 * {@return the variant with parts of a tool's result}
	 * @param toolResult parts of a tool's result
	 */
	static ContentBlockDelta toolResult(List<ToolResultBlockDelta> toolResult) {
		return new ToolResult(toolResult);
	}

	/**
	 * {@return the variant with a part of the model's reasoning}
	 * @param reasoningContent a part of the model's reasoning
	 */
	static ContentBlockDelta reasoningContent(ReasoningContentBlockDelta reasoningContent) {
		return new ReasoningContent(reasoningContent);
	}

	/**
	 * {@return the variant with a part of a citation}
	 * @param citation a part of a citation
	 */
	static ContentBlockDelta citation(CitationsDelta citation) {
		return new Citation(citation);
	}

	/**
	 * {@return the variant with a part of an image}
	 * @param image a part of an image
	 */
	static ContentBlockDelta image(ImageBlockDelta image) {
		return new Image(image);
	}

	/**
	 * The variant with text.
	 *
	 * @param text the text
	 */
	record Text(@Sensitive String text) implements ContentBlockDelta {

		/**
		 * Check that no component is null.
		 * @param text the text
		 */
		public Text {
			Assert.notNull(text, "'text' must not be null");
		}

		@Override
		public String toString() {
			return Redaction.toString(this);
		}

	}

	/**
	 * The variant with a part of a tool use.
	 *
	 * @param toolUse a part of a tool use
	 */
	record ToolUse(ToolUseBlockDelta toolUse) implements ContentBlockDelta {

		/**
		 * Check that no component is null.
		 * @param toolUse a part of a tool use
		 */
		public ToolUse {
			Assert.notNull(toolUse, "'toolUse' must not be null");
		}

	}

	/**
	 * The variant with parts of a tool's result.
	 *
	 * @param toolResult parts of a tool's result
	 */
	record ToolResult(List<ToolResultBlockDelta> toolResult) implements ContentBlockDelta {

		/**
		 * Check that no component is null.
		 * @param toolResult parts of a tool's result
		 */
		public ToolResult {
			Assert.notNull(toolResult, "'toolResult' must not be null");
			toolResult = List.copyOf(toolResult);
		}

	}

	/**
	 * The variant with a part of the model's reasoning.
	 *
	 * @param reasoningContent a part of the model's reasoning
	 */
	record ReasoningContent(ReasoningContentBlockDelta reasoningContent) implements ContentBlockDelta {

		/**
		 * Check that no component is null.
		 * @param reasoningContent a part of the model's reasoning
		 */
		public ReasoningContent {
			Assert.notNull(reasoningContent, "'reasoningContent' must not be null");
		}

	}

	/**
	 * The variant with a part of a citation.
	 *
	 * @param citation a part of a citation
	 */
	record Citation(CitationsDelta citation) implements ContentBlockDelta {

		/**
		 * Check that no component is null.
		 * @param citation a part of a citation
		 */
		public Citation {
			Assert.notNull(citation, "'citation' must not be null");
		}

	}

	/**
	 * The variant with a part of an image.
	 *
	 * @param image a part of an image
	 */
	record Image(ImageBlockDelta image) implements ContentBlockDelta {

		/**
		 * Check that no component is null.
		 * @param image a part of an image
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
	record Unknown(String name, @Sensitive JsonNode value) implements ContentBlockDelta {

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
