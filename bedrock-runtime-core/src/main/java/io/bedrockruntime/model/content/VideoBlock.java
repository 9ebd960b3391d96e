package io.bedrockruntime.model.content;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.Redaction;
import io.bedrockruntime.model.Sensitive;
import io.bedrockruntime.model.Structure;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * A video in a message.
 *
 * @param format the format
 * @param source the bytes or their location
 * @param unknownMembers members that this version does not know, kept so that they are
 * sent back; empty if there are none
 * @since 0.1.0
 */
public record VideoBlock(VideoFormat format, VideoSource source,
		@JsonAnySetter @JsonAnyGetter @Sensitive Map<String, JsonNode> unknownMembers) implements Structure {

	/**
	 * Check the required components and make defensive copies.
	 * @param format the format
	 * @param source the bytes or their location
	 * @param unknownMembers members that this version does not know
	 */
	public VideoBlock {
		Assert.notNull(format, "'format' must not be null");
		Assert.notNull(source, "'source' must not be null");
		Assert.notNull(unknownMembers, "'unknownMembers' must not be null");
		unknownMembers = unknownMembers.isEmpty() ? Map.of()
				: Collections.unmodifiableMap(new LinkedHashMap<>(unknownMembers));
	}

	/**
	 * Create an instance without unknown members.
	 * @param format the format
	 * @param source the bytes or their location
	 */
	public VideoBlock(VideoFormat format, VideoSource source) {
		this(format, source, Map.of());
	}

	/**
	 * Return a block with a video that is sent inside the request.
	 * @param format the format
	 * @param bytes the bytes
	 * @return the block
	 */
	public static VideoBlock of(VideoFormat format, Blob bytes) {
		return new VideoBlock(format, VideoSource.bytes(bytes));
	}

	/**
	 * Return a block with a video that is sent inside the request.
	 * @param format the format
	 * @param bytes the bytes
	 * @return the block
	 */
	public static VideoBlock of(VideoFormat format, byte[] bytes) {
		return of(format, Blob.of(bytes));
	}

	/**
	 * Return a block with a video that the service fetches from Amazon S3.
	 * @param format the format
	 * @param uri the URI, {@code s3://bucket/key}
	 * @return the block
	 */
	public static VideoBlock ofS3(VideoFormat format, String uri) {
		return new VideoBlock(format, VideoSource.s3Location(S3Location.of(uri)));
	}

	/**
	 * Return a block with a video read from a file. The file extension determines the
	 * format.
	 * @param file the file
	 * @return the block
	 * @throws IllegalArgumentException if no format matches the file extension
	 */
	public static VideoBlock from(Path file) {
		return of(MediaFile.format(file, VideoFormat.values()), MediaFile.read(file));
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
