package io.bedrockruntime.tool;

/**
 * Thrown when the input from a model does not match the tool. The message is sent to the
 * model.
 */
final class ToolInputException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	ToolInputException(String message) {
		super(message);
	}

}
