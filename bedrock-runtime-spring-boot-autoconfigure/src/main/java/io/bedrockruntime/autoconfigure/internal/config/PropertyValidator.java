package io.bedrockruntime.autoconfigure.internal.config;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Validates the values of properties that have a prefix in common.
 */
public final class PropertyValidator {

	private final String prefix;

	/**
	 * Create an instance.
	 * @param prefix the prefix of the properties, with its last dot
	 */
	public PropertyValidator(String prefix) {
		this.prefix = prefix;
	}

	/**
	 * Return the value without surrounding blanks, or {@code null} if it is blank.
	 */
	public static @Nullable String text(@Nullable String value) {
		return (value != null && StringUtils.hasText(value)) ? value.strip() : null;
	}

	/**
	 * Require a condition to be met.
	 * @param valid the condition
	 * @param name the name of the property below the prefix
	 * @param fault what is wrong, as the end of a sentence that begins with the property
	 * @param action how to correct it
	 */
	public void require(boolean valid, String name, String fault, String action) {
		if (!valid) {
			throw failure(name, fault, action);
		}
	}

	/**
	 * Require another property to be set as well.
	 * @param name the name of the property below the prefix
	 * @param set whether the property is set and the other one is not
	 * @param other the name of the other property below the prefix
	 */
	public void requireOther(String name, boolean set, String other) {
		if (set) {
			throw withoutOther(name, other);
		}
	}

	public InvalidBedrockRuntimeConfigurationException withoutOther(String name, String other) {
		return failure(name, "is set without '%s%s'".formatted(this.prefix, other),
				"Set '%s%s' too, or remove '%s%s'.".formatted(this.prefix, other, this.prefix, name));
	}

	public int requireRange(String name, int value, int min, int max) {
		require(value >= min && value <= max, name, "is %d, but must be between %d and %d".formatted(value, min, max),
				"Set it to a number in this range, or remove it to use the default.");
		return value;
	}

	public Duration requireRange(String name, Duration value, Duration min, Duration max) {
		require(value.compareTo(min) >= 0 && value.compareTo(max) <= 0, name,
				"is %s, but must be between %s and %s".formatted(value, min, max),
				"Set it to a duration such as '30s', or remove it to use the default.");
		return value;
	}

	/**
	 * Require a duration to be longer than zero, and not longer than a maximum.
	 */
	public Duration requirePositive(String name, Duration value, Duration max) {
		require(!value.isNegative() && !value.isZero() && value.compareTo(max) <= 0, name,
				"is %s, but must be longer than zero and at most %d days".formatted(value, max.toDays()),
				"Set it to a duration such as '30s', or remove it to use the default.");
		return value;
	}

	public InvalidBedrockRuntimeConfigurationException failure(String name, String fault, String action) {
		return InvalidBedrockRuntimeConfigurationException.of(this.prefix + name, fault, action);
	}

}
