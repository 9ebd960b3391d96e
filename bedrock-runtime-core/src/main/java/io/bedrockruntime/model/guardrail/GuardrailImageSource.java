package io.bedrockruntime.model.guardrail;

import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Union;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * The bytes of an image that a guardrail assesses.
 *
 * @since 0.1.0
 */
public sealed interface GuardrailImageSource extends Union {

	/**
	 * {@return the variant with the bytes, base64 in JSON}
	 * @param bytes the bytes, base64 in JSON
	 */
	static GuardrailImageSource bytes(Blob bytes) {
		return new Bytes(bytes);
	}

	/**
	 * The variant with the bytes, base64 in JSON.
	 *
	 * @param bytes the bytes, base64 in JSON
	 */
	record Bytes(Blob bytes) implements GuardrailImageSource {

		/**
		 * Check that no component is null.
		 * @param bytes the bytes, base64 in JSON
		 */
		public Bytes {
			Assert.notNull(bytes, "'bytes' must not be null");
		}

	}

	/**
	 * A variant that this version does not know. It is written back as it was read.
	 *
	 * @param name the member's name, empty if no member was set
	 * @param value the member's value
	 */
	record Unknown(String name, @Sensitive JsonNode value) implements GuardrailImageSource {

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
