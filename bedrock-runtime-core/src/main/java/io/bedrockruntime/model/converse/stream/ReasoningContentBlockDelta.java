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
	 * @param text text
	 */
	static ReasoningContentBlockDelta text(String text) {
		return new Text(text);
	}

	/**
	 * {@return the variant with reasoning that the provider encrypted, to be sent back as
	 * it is}
	 * @param redactedContent reasoning that the provider encrypted, to be sent back as it
	 * is
	 */
	static ReasoningContentBlockDelta redactedContent(Blob redactedContent) {
		return new RedactedContent(redactedContent);
	}

	/**
	 * {@return the variant with a signature over the reasoning, without which the model
	 * rejects it when it is sent back}
	 * @param signature a signature over the reasoning, without which the model rejects it
	 * when it is sent back
	 */
	static ReasoningContentBlockDelta signature(String signature) {
		return new Signature(signature);
	}

	/**
	 * The variant with text.
	 *
	 * @param text text
	 */
	record Text(@Sensitive String text) implements ReasoningContentBlockDelta {

		/**
		 * Check that there is a value.
		 * @param text text
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
	 * The variant with reasoning that the provider encrypted, to be sent back as it is.
	 *
	 * @param redactedContent reasoning that the provider encrypted, to be sent back as it
	 * is
	 */
	record RedactedContent(Blob redactedContent) implements ReasoningContentBlockDelta {

		/**
		 * Check that there is a value.
		 * @param redactedContent reasoning that the provider encrypted, to be sent back
		 * as it is
		 */
		public RedactedContent {
			Assert.notNull(redactedContent, "'redactedContent' must not be null");
		}

	}

	/**
	 * The variant with a signature over the reasoning, without which the model rejects it
	 * when it is sent back.
	 *
	 * @param signature a signature over the reasoning, without which the model rejects it
	 * when it is sent back
	 */
	record Signature(@Sensitive String signature) implements ReasoningContentBlockDelta {

		/**
		 * Check that there is a value.
		 * @param signature a signature over the reasoning, without which the model
		 * rejects it when it is sent back
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
