package io.bedrockruntime.model.content;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Format of an image.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record ImageFormat(@JsonValue String value) implements EnumValue {

	/**
	 * {@code gif}.
	 */
	public static final ImageFormat GIF = new ImageFormat("gif");

	/**
	 * {@code jpeg}.
	 */
	public static final ImageFormat JPEG = new ImageFormat("jpeg");

	/**
	 * {@code png}.
	 */
	public static final ImageFormat PNG = new ImageFormat("png");

	/**
	 * {@code webp}.
	 */
	public static final ImageFormat WEBP = new ImageFormat("webp");

	private static final List<ImageFormat> VALUES = List.of(GIF, JPEG, PNG, WEBP);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
	 */
	public ImageFormat {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<ImageFormat> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static ImageFormat of(String value) {
		for (ImageFormat candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new ImageFormat(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
