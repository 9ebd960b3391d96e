package io.bedrockruntime.tool;

import io.bedrockruntime.exception.BedrockRuntimeClientException;
import io.bedrockruntime.model.converse.ConverseResponse;

/**
 * Thrown when a model still requests tools after the maximum number of turns. The tools
 * of its last response were not run.
 *
 * @since 0.1.0
 */
public final class ToolTurnsExceededException extends BedrockRuntimeClientException {

	private static final long serialVersionUID = 1L;

	/**
	 * The turns so far.
	 */
	private final transient ToolTurns turns;

	/**
	 * Create an instance.
	 * @param turns the turns so far
	 */
	public ToolTurnsExceededException(ToolTurns turns) {
		super("Model still requests tools after %d turns".formatted(turns.responses().size()), null);
		this.turns = turns;
	}

	/**
	 * Return the turns, with which the conversation can be continued.
	 * @return the turns
	 */
	public ToolTurns turns() {
		return this.turns;
	}

	/**
	 * Return the last response, which requests tools.
	 * @return the response
	 */
	public ConverseResponse response() {
		return this.turns.response();
	}

}
