package io.bedrockruntime.model.invoke;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Latency of a call.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record PerformanceConfigLatency(@JsonValue String value) implements EnumValue {

	/**
	 * {@code optimized}.
	 */
	public static final PerformanceConfigLatency OPTIMIZED = new PerformanceConfigLatency("optimized");

	/**
	 * {@code standard}.
	 */
	public static final PerformanceConfigLatency STANDARD = new PerformanceConfigLatency("standard");

	private static final List<PerformanceConfigLatency> VALUES = List.of(OPTIMIZED, STANDARD);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
	 */
	public PerformanceConfigLatency {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<PerformanceConfigLatency> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static PerformanceConfigLatency of(String value) {
		for (PerformanceConfigLatency candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new PerformanceConfigLatency(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
