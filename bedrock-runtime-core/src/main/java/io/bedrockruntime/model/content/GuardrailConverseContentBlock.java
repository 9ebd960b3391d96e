package io.bedrockruntime.model.content;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Union;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Content of a message that a guardrail assesses. If a request has any, text outside such
 * blocks is not assessed.
 *
 * @since 0.1.0
 */
public sealed interface GuardrailConverseContentBlock extends Union {

	/**
	 * {@return the variant with text}
	 * @param text the text
	 */
	static GuardrailConverseContentBlock text(GuardrailConverseTextBlock text) {
		return new Text(text);
	}

	/**
	 * {@return the variant with an image}
	 * @param image an image
	 */
	static GuardrailConverseContentBlock image(GuardrailConverseImageBlock image) {
		return new Image(image);
	}

	/**
	 * The variant with text.
	 *
	 * @param text the text
	 */
	record Text(GuardrailConverseTextBlock text) implements GuardrailConverseContentBlock {

		/**
		 * Check that no component is null.
		 * @param text the text
		 */
		public Text {
			Assert.notNull(text, "'text' must not be null");
		}

	}

	/**
	 * The variant with an image.
	 *
	 * @param image an image
	 */
	record Image(GuardrailConverseImageBlock image) implements GuardrailConverseContentBlock {

		/**
		 * Check that no component is null.
		 * @param image an image
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
	record Unknown(String name, @Sensitive JsonNode value) implements GuardrailConverseContentBlock {

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
