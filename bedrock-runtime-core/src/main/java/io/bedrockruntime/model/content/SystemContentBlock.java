package io.bedrockruntime.model.content;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Union;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * A system instruction or context for a conversation.
 *
 * @since 0.1.0
 */
public sealed interface SystemContentBlock extends Union {

	/**
	 * {@return the variant with an instruction}
	 * @param text an instruction
	 */
	static SystemContentBlock text(String text) {
		return new Text(text);
	}

	/**
	 * {@return the variant with content that the guardrail assesses}
	 * @param guardContent content that the guardrail assesses
	 */
	static SystemContentBlock guardContent(GuardrailConverseContentBlock guardContent) {
		return new GuardContent(guardContent);
	}

	/**
	 * {@return the variant with a point up to which the prompt is cached}
	 * @param cachePoint a point up to which the prompt is cached
	 */
	static SystemContentBlock cachePoint(CachePointBlock cachePoint) {
		return new CachePoint(cachePoint);
	}

	/**
	 * The variant with an instruction.
	 *
	 * @param text an instruction
	 */
	record Text(@Sensitive String text) implements SystemContentBlock {

		/**
		 * Check that no component is null.
		 * @param text an instruction
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
	 * The variant with content that the guardrail assesses.
	 *
	 * @param guardContent content that the guardrail assesses
	 */
	record GuardContent(GuardrailConverseContentBlock guardContent) implements SystemContentBlock {

		/**
		 * Check that no component is null.
		 * @param guardContent content that the guardrail assesses
		 */
		public GuardContent {
			Assert.notNull(guardContent, "'guardContent' must not be null");
		}

	}

	/**
	 * The variant with a point up to which the prompt is cached.
	 *
	 * @param cachePoint a point up to which the prompt is cached
	 */
	record CachePoint(CachePointBlock cachePoint) implements SystemContentBlock {

		/**
		 * Check that no component is null.
		 * @param cachePoint a point up to which the prompt is cached
		 */
		public CachePoint {
			Assert.notNull(cachePoint, "'cachePoint' must not be null");
		}

	}

	/**
	 * A variant that this version does not know. It is written back as it was read.
	 *
	 * @param name the member's name, empty if no member was set
	 * @param value the member's value
	 */
	record Unknown(String name, @Sensitive JsonNode value) implements SystemContentBlock {

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
