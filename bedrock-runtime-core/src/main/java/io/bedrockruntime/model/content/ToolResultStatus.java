package io.bedrockruntime.model.content;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Status of a tool result: success or error.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record ToolResultStatus(@JsonValue String value) implements EnumValue {

	/**
	 * {@code error}.
	 */
	public static final ToolResultStatus ERROR = new ToolResultStatus("error");

	/**
	 * {@code success}.
	 */
	public static final ToolResultStatus SUCCESS = new ToolResultStatus("success");

	private static final List<ToolResultStatus> VALUES = List.of(ERROR, SUCCESS);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
	 */
	public ToolResultStatus {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<ToolResultStatus> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static ToolResultStatus of(String value) {
		for (ToolResultStatus candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new ToolResultStatus(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
