package io.bedrockruntime.model.asyncinvoke;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Async invoke s3 output data config.
 *
 * @param s3Uri the s3 uri
 * @param kmsKeyId the kms key id
 * @param bucketOwner the bucket owner
 * @since 0.1.0
 */
public record AsyncInvokeS3OutputDataConfig(String s3Uri, @Nullable String kmsKeyId,
		@Nullable String bucketOwner) implements Structure {

	/**
	 * Check what is required.
	 * @param s3Uri the s3 uri
	 * @param kmsKeyId the kms key id
	 * @param bucketOwner the bucket owner
	 */
	public AsyncInvokeS3OutputDataConfig {
		Assert.notNull(s3Uri, "'s3Uri' must not be null");
	}

	/**
	 * Return one with only what is required.
	 * @param s3Uri the s3 uri
	 * @return the new record
	 */
	public static AsyncInvokeS3OutputDataConfig of(String s3Uri) {
		return new AsyncInvokeS3OutputDataConfig(s3Uri, null, null);
	}

	/**
	 * Return a copy with another {@code kmsKeyId}.
	 * @param kmsKeyId the kms key id
	 * @return the copy
	 */
	public AsyncInvokeS3OutputDataConfig withKmsKeyId(@Nullable String kmsKeyId) {
		return new AsyncInvokeS3OutputDataConfig(this.s3Uri, kmsKeyId, this.bucketOwner);
	}

	/**
	 * Return a copy with another {@code bucketOwner}.
	 * @param bucketOwner the bucket owner
	 * @return the copy
	 */
	public AsyncInvokeS3OutputDataConfig withBucketOwner(@Nullable String bucketOwner) {
		return new AsyncInvokeS3OutputDataConfig(this.s3Uri, this.kmsKeyId, bucketOwner);
	}

}
