package io.bedrockruntime.model.content;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Format of an audio clip.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record AudioFormat(@JsonValue String value) implements EnumValue {

	/**
	 * {@code aac}.
	 */
	public static final AudioFormat AAC = new AudioFormat("aac");

	/**
	 * {@code flac}.
	 */
	public static final AudioFormat FLAC = new AudioFormat("flac");

	/**
	 * {@code m4a}.
	 */
	public static final AudioFormat M4A = new AudioFormat("m4a");

	/**
	 * {@code mka}.
	 */
	public static final AudioFormat MKA = new AudioFormat("mka");

	/**
	 * {@code mkv}.
	 */
	public static final AudioFormat MKV = new AudioFormat("mkv");

	/**
	 * {@code mp3}.
	 */
	public static final AudioFormat MP3 = new AudioFormat("mp3");

	/**
	 * {@code mp4}.
	 */
	public static final AudioFormat MP4 = new AudioFormat("mp4");

	/**
	 * {@code mpeg}.
	 */
	public static final AudioFormat MPEG = new AudioFormat("mpeg");

	/**
	 * {@code mpga}.
	 */
	public static final AudioFormat MPGA = new AudioFormat("mpga");

	/**
	 * {@code ogg}.
	 */
	public static final AudioFormat OGG = new AudioFormat("ogg");

	/**
	 * {@code opus}.
	 */
	public static final AudioFormat OPUS = new AudioFormat("opus");

	/**
	 * {@code pcm}.
	 */
	public static final AudioFormat PCM = new AudioFormat("pcm");

	/**
	 * {@code wav}.
	 */
	public static final AudioFormat WAV = new AudioFormat("wav");

	/**
	 * {@code webm}.
	 */
	public static final AudioFormat WEBM = new AudioFormat("webm");

	/**
	 * {@code x-aac}.
	 */
	public static final AudioFormat X_AAC = new AudioFormat("x-aac");

	private static final List<AudioFormat> VALUES = List.of(AAC, FLAC, M4A, MKA, MKV, MP3, MP4, MPEG, MPGA, OGG, OPUS,
			PCM, WAV, WEBM, X_AAC);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
	 */
	public AudioFormat {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<AudioFormat> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static AudioFormat of(String value) {
		for (AudioFormat candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new AudioFormat(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
