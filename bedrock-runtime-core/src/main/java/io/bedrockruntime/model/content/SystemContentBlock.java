package io.bedrockruntime.model.content;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Union;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * System content block.
 *
 * @since 0.1.0
 */
public sealed interface SystemContentBlock extends Union {

	/**
	 * {@return the variant with the text}
	 * @param text the text
	 */
	static SystemContentBlock text(String text) {
		return new Text(text);
	}

	/**
	 * {@return the variant with the guard content}
	 * @param guardContent the guard content
	 */
	static SystemContentBlock guardContent(GuardrailConverseContentBlock guardContent) {
		return new GuardContent(guardContent);
	}

	/**
	 * {@return the variant with the cache point}
	 * @param cachePoint the cache point
	 */
	static SystemContentBlock cachePoint(CachePointBlock cachePoint) {
		return new CachePoint(cachePoint);
	}

	/**
	 * The variant with the text.
	 *
	 * @param text the text
	 */
	record Text(@Sensitive String text) implements SystemContentBlock {

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
	 * The variant with the guard content.
	 *
	 * @param guardContent the guard content
	 */
	record GuardContent(GuardrailConverseContentBlock guardContent) implements SystemContentBlock {

		/**
		 * Check that there is a value.
		 * @param guardContent the guard content
		 */
		public GuardContent {
			Assert.notNull(guardContent, "'guardContent' must not be null");
		}

	}

	/**
	 * The variant with the cache point.
	 *
	 * @param cachePoint the cache point
	 */
	record CachePoint(CachePointBlock cachePoint) implements SystemContentBlock {

		/**
		 * Check that there is a value.
		 * @param cachePoint the cache point
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
