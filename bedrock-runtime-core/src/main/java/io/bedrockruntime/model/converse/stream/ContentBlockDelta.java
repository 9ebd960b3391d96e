package io.bedrockruntime.model.converse.stream;

import java.util.List;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Union;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Content block delta.
 *
 * @since 0.1.0
 */
public sealed interface ContentBlockDelta extends Union {

	/**
	 * {@return the variant with the text}
	 * @param text the text
	 */
	static ContentBlockDelta text(String text) {
		return new Text(text);
	}

	/**
	 * {@return the variant with the tool use}
	 * @param toolUse the tool use
	 */
	static ContentBlockDelta toolUse(ToolUseBlockDelta toolUse) {
		return new ToolUse(toolUse);
	}

	/**
	 * {@return the variant with the tool result}
	 * @param toolResult the tool result
	 */
	static ContentBlockDelta toolResult(List<ToolResultBlockDelta> toolResult) {
		return new ToolResult(toolResult);
	}

	/**
	 * {@return the variant with the reasoning content}
	 * @param reasoningContent the reasoning content
	 */
	static ContentBlockDelta reasoningContent(ReasoningContentBlockDelta reasoningContent) {
		return new ReasoningContent(reasoningContent);
	}

	/**
	 * {@return the variant with the citation}
	 * @param citation the citation
	 */
	static ContentBlockDelta citation(CitationsDelta citation) {
		return new Citation(citation);
	}

	/**
	 * {@return the variant with the image}
	 * @param image the image
	 */
	static ContentBlockDelta image(ImageBlockDelta image) {
		return new Image(image);
	}

	/**
	 * The variant with the text.
	 *
	 * @param text the text
	 */
	record Text(@Sensitive String text) implements ContentBlockDelta {

		/**
		 * Check that there is a value.
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
	 * The variant with the tool use.
	 *
	 * @param toolUse the tool use
	 */
	record ToolUse(ToolUseBlockDelta toolUse) implements ContentBlockDelta {

		/**
		 * Check that there is a value.
		 * @param toolUse the tool use
		 */
		public ToolUse {
			Assert.notNull(toolUse, "'toolUse' must not be null");
		}

	}

	/**
	 * The variant with the tool result.
	 *
	 * @param toolResult the tool result
	 */
	record ToolResult(List<ToolResultBlockDelta> toolResult) implements ContentBlockDelta {

		/**
		 * Check that there is a value.
		 * @param toolResult the tool result
		 */
		public ToolResult {
			Assert.notNull(toolResult, "'toolResult' must not be null");
			toolResult = List.copyOf(toolResult);
		}

	}

	/**
	 * The variant with the reasoning content.
	 *
	 * @param reasoningContent the reasoning content
	 */
	record ReasoningContent(ReasoningContentBlockDelta reasoningContent) implements ContentBlockDelta {

		/**
		 * Check that there is a value.
		 * @param reasoningContent the reasoning content
		 */
		public ReasoningContent {
			Assert.notNull(reasoningContent, "'reasoningContent' must not be null");
		}

	}

	/**
	 * The variant with the citation.
	 *
	 * @param citation the citation
	 */
	record Citation(CitationsDelta citation) implements ContentBlockDelta {

		/**
		 * Check that there is a value.
		 * @param citation the citation
		 */
		public Citation {
			Assert.notNull(citation, "'citation' must not be null");
		}

	}

	/**
	 * The variant with the image.
	 *
	 * @param image the image
	 */
	record Image(ImageBlockDelta image) implements ContentBlockDelta {

		/**
		 * Check that there is a value.
		 * @param image the image
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
