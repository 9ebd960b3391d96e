package io.bedrockruntime.model.asyncinvoke;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A location in Amazon S3 for the output of an asynchronous invocation.
 *
 * @param s3Uri the URI, {@code s3://bucket/prefix}
 * @param kmsKeyId the key that encrypts the output
 * @param bucketOwner the account that owns the bucket, if it is a different account
 * @since 0.1.0
 */
public record AsyncInvokeS3OutputDataConfig(String s3Uri, @Nullable String kmsKeyId,
		@Nullable String bucketOwner) implements Structure {

	/**
	 * Check the required components.
	 * @param s3Uri the URI, {@code s3://bucket/prefix}
	 * @param kmsKeyId the key that encrypts the output
	 * @param bucketOwner the account that owns the bucket, if it is a different account
	 */
	public AsyncInvokeS3OutputDataConfig {
		Assert.notNull(s3Uri, "'s3Uri' must not be null");
	}

	/**
	 * Return an instance with only the required components.
	 * @param s3Uri the URI, {@code s3://bucket/prefix}
	 * @return the new record
	 */
	public static AsyncInvokeS3OutputDataConfig of(String s3Uri) {
		return new AsyncInvokeS3OutputDataConfig(s3Uri, null, null);
	}

	/**
	 * Return a copy with another {@code kmsKeyId}.
	 * @param kmsKeyId the key that encrypts the output
	 * @return the copy
	 */
	public AsyncInvokeS3OutputDataConfig withKmsKeyId(@Nullable String kmsKeyId) {
		return new AsyncInvokeS3OutputDataConfig(this.s3Uri, kmsKeyId, this.bucketOwner);
	}

	/**
	 * Return a copy with another {@code bucketOwner}.
	 * @param bucketOwner the account that owns the bucket, if it is a different account
	 * @return the copy
	 */
	public AsyncInvokeS3OutputDataConfig withBucketOwner(@Nullable String bucketOwner) {
		return new AsyncInvokeS3OutputDataConfig(this.s3Uri, this.kmsKeyId, bucketOwner);
	}

}
