package io.bedrockruntime.model.content;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * An object in Amazon S3.
 *
 * @param uri the URI, {@code s3://bucket/key}
 * @param bucketOwner the account that owns the bucket, if it is a different account
 * @param unknownMembers members that this version does not know, kept so that they are
 * sent back; empty if there are none
 * @since 0.1.0
 */
public record S3Location(@Sensitive String uri, @Nullable String bucketOwner,
		@JsonAnySetter @JsonAnyGetter @Sensitive Map<String, JsonNode> unknownMembers) implements Structure {

	/**
	 * Check the required components and make defensive copies.
	 * @param uri the URI, {@code s3://bucket/key}
	 * @param bucketOwner the account that owns the bucket, if it is a different account
	 * @param unknownMembers members that this version does not know
	 */
	public S3Location {
		Assert.notNull(uri, "'uri' must not be null");
		Assert.notNull(unknownMembers, "'unknownMembers' must not be null");
		unknownMembers = unknownMembers.isEmpty() ? Map.of()
				: Collections.unmodifiableMap(new LinkedHashMap<>(unknownMembers));
	}

	/**
	 * Create an instance without unknown members.
	 * @param uri the URI, {@code s3://bucket/key}
	 * @param bucketOwner the account that owns the bucket, if it is a different account
	 */
	public S3Location(String uri, @Nullable String bucketOwner) {
		this(uri, bucketOwner, Map.of());
	}

	/**
	 * Return an instance with only the required components.
	 * @param uri the URI, {@code s3://bucket/key}
	 * @return the new record
	 */
	public static S3Location of(String uri) {
		return new S3Location(uri, null);
	}

	/**
	 * Return a copy with another {@code bucketOwner}.
	 * @param bucketOwner the account that owns the bucket, if it is a different account
	 * @return the copy
	 */
	public S3Location withBucketOwner(@Nullable String bucketOwner) {
		return new S3Location(this.uri, bucketOwner, this.unknownMembers);
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
