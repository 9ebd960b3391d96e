package io.bedrockruntime.model.content;

import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Union;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Source of an image: its bytes, or their location in Amazon S3.
 *
 * @since 0.1.0
 */
public sealed interface ImageSource extends Union {

	/**
	 * {@return the variant with the bytes, base64 in JSON}
	 * @param bytes the bytes, base64 in JSON
	 */
	static ImageSource bytes(Blob bytes) {
		return new Bytes(bytes);
	}

	/**
	 * {@return the variant with a location in Amazon S3, from which the service reads}
	 * @param s3Location a location in Amazon S3, from which the service reads
	 */
	static ImageSource s3Location(io.bedrockruntime.model.content.S3Location s3Location) {
		return new S3Location(s3Location);
	}

	/**
	 * The variant with the bytes, base64 in JSON.
	 *
	 * @param bytes the bytes, base64 in JSON
	 */
	record Bytes(Blob bytes) implements ImageSource {

		/**
		 * Check that no component is null.
		 * @param bytes the bytes, base64 in JSON
		 */
		public Bytes {
			Assert.notNull(bytes, "'bytes' must not be null");
		}

	}

	/**
	 * The variant with a location in Amazon S3, from which the service reads.
	 *
	 * @param s3Location a location in Amazon S3, from which the service reads
	 */
	record S3Location(@Sensitive io.bedrockruntime.model.content.S3Location s3Location) implements ImageSource {

		/**
		 * Check that no component is null.
		 * @param s3Location a location in Amazon S3, from which the service reads
		 */
		public S3Location {
			Assert.notNull(s3Location, "'s3Location' must not be null");
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
	record Unknown(String name, @Sensitive JsonNode value) implements ImageSource {

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
