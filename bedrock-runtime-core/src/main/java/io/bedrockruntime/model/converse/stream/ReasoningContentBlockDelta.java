package io.bedrockruntime.model.converse.stream;

import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Union;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Reasoning content block delta.
 *
 * @since 0.1.0
 */
public sealed interface ReasoningContentBlockDelta extends Union {

	/**
	 * Return the variant with the text.
	 * @param text the text
	 * @return the variant
	 */
	static ReasoningContentBlockDelta text(String text) {
		return new Text(text);
	}

	/**
	 * Return the variant with the redacted content.
	 * @param redactedContent the redacted content
	 * @return the variant
	 */
	static ReasoningContentBlockDelta redactedContent(Blob redactedContent) {
		return new RedactedContent(redactedContent);
	}

	/**
	 * Return the variant with the signature.
	 * @param signature the signature
	 * @return the variant
	 */
	static ReasoningContentBlockDelta signature(String signature) {
		return new Signature(signature);
	}

	/**
	 * The variant with the text.
	 *
	 * @param text the text
	 */
	record Text(@Sensitive String text) implements ReasoningContentBlockDelta {

		public Text {
			Assert.notNull(text, "'text' must not be null");
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
	record RedactedContent(Blob redactedContent) implements ReasoningContentBlockDelta {

		public RedactedContent {
			Assert.notNull(redactedContent, "'redactedContent' must not be null");
		}

	}

	/**
	 * The variant with the signature.
	 *
	 * @param signature the signature
	 */
	record Signature(@Sensitive String signature) implements ReasoningContentBlockDelta {

		public Signature {
			Assert.notNull(signature, "'signature' must not be null");
		}

		@Override
		public String toString() {
			return Redaction.toString(this);
		}

	}

	/**
	 * A variant that this version does not know. It is written back as it was read.
	 *
	 * @param name the member's name, empty if no member was set
	 * @param value the member's value
	 */
	record Unknown(String name, @Sensitive JsonNode value) implements ReasoningContentBlockDelta {

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
