package io.bedrockruntime.model.invoke;

import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Union;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * An event of an InvokeModelWithResponseStream call.
 *
 * @since 0.1.0
 */
public sealed interface ResponseStream extends Union {

	/**
	 * {@return the variant with a chunk of the response}
	 * @param chunk a chunk of the response
	 */
	static ResponseStream chunk(PayloadPart chunk) {
		return new Chunk(chunk);
	}

	/**
	 * Return the bytes of a chunk, in the model's native format.
	 * @return the bytes, empty for any other event and for a chunk without bytes
	 */
	default Blob bytes() {
		return (this instanceof Chunk event && event.chunk().bytes() != null) ? event.chunk().bytes() : Blob.empty();
	}

	/**
	 * The variant with a chunk of the response.
	 *
	 * @param chunk a chunk of the response
	 */
	record Chunk(PayloadPart chunk) implements ResponseStream {

		/**
		 * Check that no component is null.
		 * @param chunk a chunk of the response
		 */
		public Chunk {
			Assert.notNull(chunk, "'chunk' must not be null");
		}

	}

	/**
	 * A variant that this version does not know. It is written back as it was read.
	 *
	 * @param name the member's name, empty if no member was set
	 * @param value the member's value
	 */
	record Unknown(String name, @Sensitive JsonNode value) implements ResponseStream {

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
