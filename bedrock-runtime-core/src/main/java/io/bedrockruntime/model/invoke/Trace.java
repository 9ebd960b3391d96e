package io.bedrockruntime.model.invoke;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Setting for the guardrail trace of an InvokeModel call.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record Trace(@JsonValue String value) implements EnumValue {

	/**
	 * {@code DISABLED}.
	 */
	public static final Trace DISABLED = new Trace("DISABLED");

	/**
	 * {@code ENABLED}.
	 */
	public static final Trace ENABLED = new Trace("ENABLED");

	/**
	 * {@code ENABLED_FULL}.
	 */
	public static final Trace ENABLED_FULL = new Trace("ENABLED_FULL");

	private static final List<Trace> VALUES = List.of(DISABLED, ENABLED, ENABLED_FULL);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
	 */
	public Trace {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<Trace> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static Trace of(String value) {
		for (Trace candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new Trace(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
