package io.bedrockruntime.model.converse;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Stop reason.
 *
 * @param value the value as it stands on the wire
 * @since 0.1.0
 */
public record StopReason(@JsonValue String value) implements EnumValue {

	/**
	 * {@code content_filtered}.
	 */
	public static final StopReason CONTENT_FILTERED = new StopReason("content_filtered");

	/**
	 * {@code end_turn}.
	 */
	public static final StopReason END_TURN = new StopReason("end_turn");

	/**
	 * {@code guardrail_intervened}.
	 */
	public static final StopReason GUARDRAIL_INTERVENED = new StopReason("guardrail_intervened");

	/**
	 * {@code malformed_model_output}.
	 */
	public static final StopReason MALFORMED_MODEL_OUTPUT = new StopReason("malformed_model_output");

	/**
	 * {@code malformed_tool_use}.
	 */
	public static final StopReason MALFORMED_TOOL_USE = new StopReason("malformed_tool_use");

	/**
	 * {@code max_tokens}.
	 */
	public static final StopReason MAX_TOKENS = new StopReason("max_tokens");

	/**
	 * {@code model_context_window_exceeded}.
	 */
	public static final StopReason MODEL_CONTEXT_WINDOW_EXCEEDED = new StopReason("model_context_window_exceeded");

	/**
	 * {@code stop_sequence}.
	 */
	public static final StopReason STOP_SEQUENCE = new StopReason("stop_sequence");

	/**
	 * {@code tool_use}.
	 */
	public static final StopReason TOOL_USE = new StopReason("tool_use");

	private static final List<StopReason> VALUES = List.of(CONTENT_FILTERED, END_TURN, GUARDRAIL_INTERVENED,
			MALFORMED_MODEL_OUTPUT, MALFORMED_TOOL_USE, MAX_TOKENS, MODEL_CONTEXT_WINDOW_EXCEEDED, STOP_SEQUENCE,
			TOOL_USE);

	/**
	 * Check that there is a value.
	 * @param value the value as it stands on the wire
	 */
	public StopReason {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Return the values that this version knows.
	 * @return the values
	 */
	public static List<StopReason> values() {
		return VALUES;
	}

	/**
	 * Return the constant for a value, or a new one if there is no constant for it.
	 * @param value the value as it stands on the wire
	 * @return the value
	 */
	@JsonCreator
	public static StopReason of(String value) {
		return VALUES.stream()
			.filter((candidate) -> candidate.value.equals(value))
			.findFirst()
			.orElseGet(() -> new StopReason(value));
	}

	@Override
	public String toString() {
		return this.value;
	}

}
