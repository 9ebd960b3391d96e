package io.bedrockruntime.tool;

/**
 * The input that a model gave does not fit. The message is for the model, which wrote
 * what it is about.
 */
final class ToolInputException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	ToolInputException(String message) {
		super(message);
	}

}
