package io.bedrockruntime.tool;

import org.jspecify.annotations.Nullable;

/**
 * Function that runs when a model uses a tool.
 *
 * @param <I> the type of the tool's input
 * @since 0.1.0
 * @see ToolFunctions
 */
@FunctionalInterface
public interface ToolFunction<I> {

	/**
	 * Run the tool.
	 * @param input the input from the model
	 * @return the result: content of a tool's result, an image, document or video, a
	 * text, a list of these, or any value that Jackson can serialize; not a
	 * {@code Publisher} or {@code CompletionStage}
	 * @throws Exception if the tool fails, which is reported to the model
	 */
	@Nullable Object apply(I input) throws Exception;

}
