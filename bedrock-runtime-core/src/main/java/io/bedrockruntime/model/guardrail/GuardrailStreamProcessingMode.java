package io.bedrockruntime.model.guardrail;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Whether a stream waits for the guardrail.
 *
 * @param value the value as it stands on the wire
 * @since 0.1.0
 */
public record GuardrailStreamProcessingMode(@JsonValue String value) implements EnumValue {

	/**
	 * Parts are handed on before they are assessed.
	 */
	public static final GuardrailStreamProcessingMode ASYNC = new GuardrailStreamProcessingMode("async");

	/**
	 * Parts are held back until they are assessed.
	 */
	public static final GuardrailStreamProcessingMode SYNC = new GuardrailStreamProcessingMode("sync");

	private static final List<GuardrailStreamProcessingMode> VALUES = List.of(ASYNC, SYNC);

	/**
	 * Check that there is a value.
	 * @param value the value as it stands on the wire
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
	 * @param value the value as it stands on the wire
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
