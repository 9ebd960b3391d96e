package io.bedrockruntime.model.content;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Kind of tool use.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record ToolUseType(@JsonValue String value) implements EnumValue {

	/**
	 * The service runs the tool.
	 */
	public static final ToolUseType SERVER_TOOL_USE = new ToolUseType("server_tool_use");

	private static final List<ToolUseType> VALUES = List.of(SERVER_TOOL_USE);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
	 */
	public ToolUseType {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<ToolUseType> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static ToolUseType of(String value) {
		for (ToolUseType candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new ToolUseType(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
