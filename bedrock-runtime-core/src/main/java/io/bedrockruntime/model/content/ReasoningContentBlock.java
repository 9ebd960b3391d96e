package io.bedrockruntime.model.content;

import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Union;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Reasoning content block.
 *
 * @since 0.1.0
 */
public sealed interface ReasoningContentBlock extends Union {

	/**
	 * Return the variant with the reasoning text.
	 * @param reasoningText the reasoning text
	 * @return the variant
	 */
	static ReasoningContentBlock reasoningText(ReasoningTextBlock reasoningText) {
		return new ReasoningText(reasoningText);
	}

	/**
	 * Return the variant with the redacted content.
	 * @param redactedContent the redacted content
	 * @return the variant
	 */
	static ReasoningContentBlock redactedContent(Blob redactedContent) {
		return new RedactedContent(redactedContent);
	}

	/**
	 * The variant with the reasoning text.
	 *
	 * @param reasoningText the reasoning text
	 */
	record ReasoningText(@Sensitive ReasoningTextBlock reasoningText) implements ReasoningContentBlock {

		public ReasoningText {
			Assert.notNull(reasoningText, "'reasoningText' must not be null");
		}

		@Override
		public String toString() {
			return Redaction.toString(this);
		}

	}

	/**
	 * The variant with the redacted content.
	 *
	 * @param redactedContent the redacted content
	 */
	record RedactedContent(Blob redactedContent) implements ReasoningContentBlock {

		public RedactedContent {
			Assert.notNull(redactedContent, "'redactedContent' must not be null");
		}

	}

	/**
	 * A variant that this version does not know. It is written back as it was read.
	 *
	 * @param name the member's name, empty if no member was set
	 * @param value the member's value
	 */
	record Unknown(String name, @Sensitive JsonNode value) implements ReasoningContentBlock {

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
