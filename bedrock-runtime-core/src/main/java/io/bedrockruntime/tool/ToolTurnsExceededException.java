package io.bedrockruntime.tool;

import io.bedrockruntime.exception.BedrockRuntimeClientException;
import io.bedrockruntime.model.converse.ConverseResponse;

/**
 * A model still asks for tools when it has had all its turns. The tools that it asked for
 * last were not run.
 *
 * @since 0.1.0
 */
public final class ToolTurnsExceededException extends BedrockRuntimeClientException {

	private static final long serialVersionUID = 1L;

	/**
	 * What was said until then.
	 */
	private final transient ToolTurns turns;

	/**
	 * Create an instance.
	 * @param turns the turns that were had
	 */
	public ToolTurnsExceededException(ToolTurns turns) {
		super("Model asks for tools after %d turns".formatted(turns.responses().size()), null);
		this.turns = turns;
	}

	/**
	 * Return the turns, from which the conversation can go on.
	 * @return the turns
	 */
	public ToolTurns turns() {
		return this.turns;
	}

	/**
	 * Return the last response, which asks for tools.
	 * @return the response
	 */
	public ConverseResponse response() {
		return this.turns.response();
	}

}
