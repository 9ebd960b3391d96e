package io.bedrockruntime.model.content;

import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Union;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * A model's reasoning. It must be sent back unchanged.
 *
 * @since 0.1.0
 */
public sealed interface ReasoningContentBlock extends Union {

	/**
	 * {@return the variant with reasoning as text}
	 * @param reasoningText reasoning as text
	 */
	static ReasoningContentBlock reasoningText(ReasoningTextBlock reasoningText) {
		return new ReasoningText(reasoningText);
	}

	/**
	 * {@return the variant with reasoning that the provider encrypted, to be sent back
	 * unchanged}
	 * @param redactedContent reasoning that the provider encrypted, to be sent back
	 * unchanged
	 */
	static ReasoningContentBlock redactedContent(Blob redactedContent) {
		return new RedactedContent(redactedContent);
	}

	/**
	 * The variant with reasoning as text.
	 *
	 * @param reasoningText reasoning as text
	 */
	record ReasoningText(@Sensitive ReasoningTextBlock reasoningText) implements ReasoningContentBlock {

		/**
		 * Check that no component is null.
		 * @param reasoningText reasoning as text
		 */
		public ReasoningText {
			Assert.notNull(reasoningText, "'reasoningText' must not be null");
		}

		@Override
		public String toString() {
			return Redaction.toString(this);
		}

	}

	/**
	 * The variant with reasoning that the provider encrypted, to be sent back unchanged.
	 *
	 * @param redactedContent reasoning that the provider encrypted, to be sent back
	 * unchanged
	 */
	record RedactedContent(Blob redactedContent) implements ReasoningContentBlock {

		/**
		 * Check that no component is null.
		 * @param redactedContent reasoning that the provider encrypted, to be sent back
		 * unchanged
		 */
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
