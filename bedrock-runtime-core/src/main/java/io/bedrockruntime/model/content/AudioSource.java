package io.bedrockruntime.model.content;

import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Union;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Audio source.
 *
 * @since 0.1.0
 */
public sealed interface AudioSource extends Union {

	/**
	 * {@return the variant with the bytes}
	 * @param bytes the bytes
	 */
	static AudioSource bytes(Blob bytes) {
		return new Bytes(bytes);
	}

	/**
	 * {@return the variant with the s3 location}
	 * @param s3Location the s3 location
	 */
	static AudioSource s3Location(io.bedrockruntime.model.content.S3Location s3Location) {
		return new S3Location(s3Location);
	}

	/**
	 * The variant with the bytes.
	 *
	 * @param bytes the bytes
	 */
	record Bytes(Blob bytes) implements AudioSource {

		/**
		 * Check that there is a value.
		 * @param bytes the bytes
		 */
		public Bytes {
			Assert.notNull(bytes, "'bytes' must not be null");
		}

	}

	/**
	 * The variant with the s3 location.
	 *
	 * @param s3Location the s3 location
	 */
	record S3Location(@Sensitive io.bedrockruntime.model.content.S3Location s3Location) implements AudioSource {

		/**
		 * Check that there is a value.
		 * @param s3Location the s3 location
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
	record Unknown(String name, @Sensitive JsonNode value) implements AudioSource {

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
