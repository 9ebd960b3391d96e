package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Union;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Content that a guardrail assesses.
 *
 * @since 0.1.0
 */
public sealed interface GuardrailContentBlock extends Union {

	/**
	 * {@return the variant with text}
	 * @param text the text
	 */
	static GuardrailContentBlock text(GuardrailTextBlock text) {
		return new Text(text);
	}

	/**
	 * {@return the variant with text without a qualifier}
	 * @param text the text
	 */
	static GuardrailContentBlock text(String text) {
		return text(GuardrailTextBlock.of(text));
	}

	/**
	 * {@return the variant with an image}
	 * @param image an image
	 */
	static GuardrailContentBlock image(GuardrailImageBlock image) {
		return new Image(image);
	}

	/**
	 * The variant with text.
	 *
	 * @param text the text
	 */
	record Text(GuardrailTextBlock text) implements GuardrailContentBlock {

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
	record Image(GuardrailImageBlock image) implements GuardrailContentBlock {

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
	record Unknown(String name, @Sensitive JsonNode value) implements GuardrailContentBlock {

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
