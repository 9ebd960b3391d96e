package io.bedrockruntime.model.guardrail;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Processing mode of a stream with a guardrail.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record GuardrailStreamProcessingMode(@JsonValue String value) implements EnumValue {

	/**
	 * Parts are delivered before they are assessed.
	 */
	public static final GuardrailStreamProcessingMode ASYNC = new GuardrailStreamProcessingMode("async");

	/**
	 * Parts are held back until they are assessed.
	 */
	public static final GuardrailStreamProcessingMode SYNC = new GuardrailStreamProcessingMode("sync");

	private static final List<GuardrailStreamProcessingMode> VALUES = List.of(ASYNC, SYNC);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
	 */
	public GuardrailStreamProcessingMode {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<GuardrailStreamProcessingMode> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static GuardrailStreamProcessingMode of(String value) {
		for (GuardrailStreamProcessingMode candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new GuardrailStreamProcessingMode(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
