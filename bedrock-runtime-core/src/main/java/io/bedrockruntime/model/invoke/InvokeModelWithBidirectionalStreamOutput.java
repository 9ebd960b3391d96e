package io.bedrockruntime.model.invoke;

import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Union;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * An event that a model sends over a bidirectional stream.
 *
 * @since 0.1.0
 */
public sealed interface InvokeModelWithBidirectionalStreamOutput extends Union {

	/**
	 * {@return the variant with a part of the payload}
	 * @param chunk a part of the payload
	 */
	static InvokeModelWithBidirectionalStreamOutput chunk(BidirectionalOutputPayloadPart chunk) {
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
	 * The variant with a part of the payload.
	 *
	 * @param chunk a part of the payload
	 */
	record Chunk(BidirectionalOutputPayloadPart chunk) implements InvokeModelWithBidirectionalStreamOutput {

		/**
		 * Check that no component is null.
		 * @param chunk a part of the payload
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
	record Unknown(String name, @Sensitive JsonNode value) implements InvokeModelWithBidirectionalStreamOutput {

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
