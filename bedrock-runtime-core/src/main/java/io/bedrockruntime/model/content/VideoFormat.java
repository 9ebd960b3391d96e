package io.bedrockruntime.model.content;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Format of a video.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record VideoFormat(@JsonValue String value) implements EnumValue {

	/**
	 * {@code flv}.
	 */
	public static final VideoFormat FLV = new VideoFormat("flv");

	/**
	 * {@code mkv}.
	 */
	public static final VideoFormat MKV = new VideoFormat("mkv");

	/**
	 * {@code mov}.
	 */
	public static final VideoFormat MOV = new VideoFormat("mov");

	/**
	 * {@code mp4}.
	 */
	public static final VideoFormat MP4 = new VideoFormat("mp4");

	/**
	 * {@code mpeg}.
	 */
	public static final VideoFormat MPEG = new VideoFormat("mpeg");

	/**
	 * {@code mpg}.
	 */
	public static final VideoFormat MPG = new VideoFormat("mpg");

	/**
	 * {@code three_gp}.
	 */
	public static final VideoFormat THREE_GP = new VideoFormat("three_gp");

	/**
	 * {@code webm}.
	 */
	public static final VideoFormat WEBM = new VideoFormat("webm");

	/**
	 * {@code wmv}.
	 */
	public static final VideoFormat WMV = new VideoFormat("wmv");

	private static final List<VideoFormat> VALUES = List.of(FLV, MKV, MOV, MP4, MPEG, MPG, THREE_GP, WEBM, WMV);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
	 */
	public VideoFormat {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<VideoFormat> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static VideoFormat of(String value) {
		for (VideoFormat candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new VideoFormat(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
