package io.bedrockruntime.model.asyncinvoke;

import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Union;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Destination of the output of an asynchronous invocation.
 *
 * @since 0.1.0
 */
public sealed interface AsyncInvokeOutputDataConfig extends Union {

	/**
	 * {@return the variant with a location in Amazon S3}
	 * @param s3OutputDataConfig a location in Amazon S3
	 */
	static AsyncInvokeOutputDataConfig s3OutputDataConfig(AsyncInvokeS3OutputDataConfig s3OutputDataConfig) {
		return new S3OutputDataConfig(s3OutputDataConfig);
	}

	/**
	 * The variant with a location in Amazon S3.
	 *
	 * @param s3OutputDataConfig a location in Amazon S3
	 */
	record S3OutputDataConfig(AsyncInvokeS3OutputDataConfig s3OutputDataConfig) implements AsyncInvokeOutputDataConfig {

		/**
		 * Check that no component is null.
		 * @param s3OutputDataConfig a location in Amazon S3
		 */
		public S3OutputDataConfig {
			Assert.notNull(s3OutputDataConfig, "'s3OutputDataConfig' must not be null");
		}

	}

	/**
	 * A variant that this version does not know. It is written back as it was read.
	 *
	 * @param name the member's name, empty if no member was set
	 * @param value the member's value
	 */
	record Unknown(String name, @Sensitive JsonNode value) implements AsyncInvokeOutputDataConfig {

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
