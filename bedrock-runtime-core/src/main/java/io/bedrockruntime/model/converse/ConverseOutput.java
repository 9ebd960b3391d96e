package io.bedrockruntime.model.converse;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Union;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Output of a model.
 *
 * @since 0.1.0
 */
public sealed interface ConverseOutput extends Union {

	/**
	 * {@return the variant with a message}
	 * @param message a message
	 */
	static ConverseOutput message(io.bedrockruntime.model.content.Message message) {
		return new Message(message);
	}

	/**
	 * The variant with a message.
	 *
	 * @param message a message
	 */
	record Message(io.bedrockruntime.model.content.Message message) implements ConverseOutput {

		/**
		 * Check that no component is null.
		 * @param message a message
		 */
		public Message {
			Assert.notNull(message, "'message' must not be null");
		}

	}

	/**
	 * A variant that this version does not know. It is written back as it was read.
	 *
	 * @param name the member's name, empty if no member was set
	 * @param value the member's value
	 */
	record Unknown(String name, @Sensitive JsonNode value) implements ConverseOutput {

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
