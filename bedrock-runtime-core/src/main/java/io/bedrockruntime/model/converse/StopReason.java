package io.bedrockruntime.model.converse;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bedrockruntime.model.EnumValue;

import org.springframework.util.Assert;

/**
 * Reason why a model stopped.
 *
 * @param value the value as sent on the wire
 * @since 0.1.0
 */
public record StopReason(@JsonValue String value) implements EnumValue {

	/**
	 * The model's provider filtered the content.
	 */
	public static final StopReason CONTENT_FILTERED = new StopReason("content_filtered");

	/**
	 * The model finished its output.
	 */
	public static final StopReason END_TURN = new StopReason("end_turn");

	/**
	 * The guardrail intervened.
	 */
	public static final StopReason GUARDRAIL_INTERVENED = new StopReason("guardrail_intervened");

	/**
	 * The model's output was not well formed.
	 */
	public static final StopReason MALFORMED_MODEL_OUTPUT = new StopReason("malformed_model_output");

	/**
	 * The model requested a tool use that was not well formed.
	 */
	public static final StopReason MALFORMED_TOOL_USE = new StopReason("malformed_tool_use");

	/**
	 * The maximum number of tokens was reached.
	 */
	public static final StopReason MAX_TOKENS = new StopReason("max_tokens");

	/**
	 * The model's context window was full.
	 */
	public static final StopReason MODEL_CONTEXT_WINDOW_EXCEEDED = new StopReason("model_context_window_exceeded");

	/**
	 * The model generated one of the stop sequences.
	 */
	public static final StopReason STOP_SEQUENCE = new StopReason("stop_sequence");

	/**
	 * The model waits for the result of a tool.
	 */
	public static final StopReason TOOL_USE = new StopReason("tool_use");

	private static final List<StopReason> VALUES = List.of(CONTENT_FILTERED, END_TURN, GUARDRAIL_INTERVENED,
			MALFORMED_MODEL_OUTPUT, MALFORMED_TOOL_USE, MAX_TOKENS, MODEL_CONTEXT_WINDOW_EXCEEDED, STOP_SEQUENCE,
			TOOL_USE);

	/**
	 * Check that no component is null.
	 * @param value the value as sent on the wire
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
	 * @param value the value as sent on the wire
	 * @return the value
	 */
	@JsonCreator
	public static StopReason of(String value) {
		for (StopReason candidate : VALUES) {
			if (candidate.value.equals(value)) {
				return candidate;
			}
		}
		return new StopReason(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
