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
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * An audio clip in a message.
 *
 * @param format the format
 * @param source the bytes or their location
 * @param error the error that occurred when the model generated the media
 * @param unknownMembers members that this version does not know, kept so that they are
 * sent back; empty if there are none
 * @since 0.1.0
 */
public record AudioBlock(AudioFormat format, AudioSource source, @Nullable ErrorBlock error,
		@JsonAnySetter @JsonAnyGetter @Sensitive Map<String, JsonNode> unknownMembers) implements Structure {

	/**
	 * Check the required components and make defensive copies.
	 * @param format the format
	 * @param source the bytes or their location
	 * @param error the error that occurred when the model generated the media
	 * @param unknownMembers members that this version does not know
	 */
	public AudioBlock {
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
	 * @param error the error that occurred when the model generated the media
	 */
	public AudioBlock(AudioFormat format, AudioSource source, @Nullable ErrorBlock error) {
		this(format, source, error, Map.of());
	}

	/**
	 * Return a block with an audio clip that is sent inside the request.
	 * @param format the format
	 * @param bytes the bytes
	 * @return the block
	 */
	public static AudioBlock of(AudioFormat format, Blob bytes) {
		return new AudioBlock(format, AudioSource.bytes(bytes), null);
	}

	/**
	 * Return a block with an audio clip that is sent inside the request.
	 * @param format the format
	 * @param bytes the bytes
	 * @return the block
	 */
	public static AudioBlock of(AudioFormat format, byte[] bytes) {
		return of(format, Blob.of(bytes));
	}

	/**
	 * Return a block with an audio clip that the service fetches from Amazon S3.
	 * @param format the format
	 * @param uri the URI, {@code s3://bucket/key}
	 * @return the block
	 */
	public static AudioBlock ofS3(AudioFormat format, String uri) {
		return new AudioBlock(format, AudioSource.s3Location(S3Location.of(uri)), null);
	}

	/**
	 * Return a block with an audio clip read from a file. The file extension determines
	 * the format.
	 * @param file the file
	 * @return the block
	 * @throws IllegalArgumentException if no format matches the file extension
	 */
	public static AudioBlock from(Path file) {
		return of(MediaFile.format(file, AudioFormat.values()), MediaFile.read(file));
	}

	@Override
	public String toString() {
		return Redaction.toString(this);
	}

}
