package io.bedrockruntime.model.converse.stream;

import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Union;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * A part of a model's reasoning in a stream.
 *
 * @since 0.1.0
 */
public sealed interface ReasoningContentBlockDelta extends Union {

	/**
	 * {@return the variant with text}
	 * @param text the text
	 */
	static ReasoningContentBlockDelta text(String text) {
		return new Text(text);
	}

	/**
	 * {@return the variant with reasoning that the provider encrypted, to be sent back
	 * unchanged}
	 * @param redactedContent reasoning that the provider encrypted, to be sent back
	 * unchanged
	 */
	static ReasoningContentBlockDelta redactedContent(Blob redactedContent) {
		return new RedactedContent(redactedContent);
	}

	/**
	 * {@return the variant with the signature of the reasoning; the model rejects
	 * reasoning that is sent back without it}
	 * @param signature the signature of the reasoning; the model rejects reasoning that
	 * is sent back without it
	 */
	static ReasoningContentBlockDelta signature(String signature) {
		return new Signature(signature);
	}

	/**
	 * The variant with text.
	 *
	 * @param text the text
	 */
	record Text(@Sensitive String text) implements ReasoningContentBlockDelta {

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
	 * The variant with reasoning that the provider encrypted, to be sent back unchanged.
	 *
	 * @param redactedContent reasoning that the provider encrypted, to be sent back
	 * unchanged
	 */
	record RedactedContent(Blob redactedContent) implements ReasoningContentBlockDelta {

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
	 * The variant with the signature of the reasoning; the model rejects reasoning that
	 * is sent back without it.
	 *
	 * @param signature the signature of the reasoning; the model rejects reasoning that
	 * is sent back without it
	 */
	record Signature(@Sensitive String signature) implements ReasoningContentBlockDelta {

		/**
		 * Check that no component is null.
		 * @param signature the signature of the reasoning; the model rejects reasoning
		 * that is sent back without it
		 */
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
