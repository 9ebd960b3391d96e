package io.bedrockruntime.tool;

import org.jspecify.annotations.Nullable;

/**
 * What runs when a model uses a tool.
 *
 * @param <I> the type of the tool's input
 * @since 0.1.0
 * @see ToolFunctions
 */
@FunctionalInterface
public interface ToolFunction<I> {

	/**
	 * Run the tool.
	 * @param input the input that the model gave
	 * @return the result: content of a tool's result, an image, document or video, a
	 * text, a list of these, or whatever can be written as JSON, but nothing that is
	 * still to come
	 * @throws Exception if the tool fails, of which the model is told
	 */
	@Nullable Object apply(I input) throws Exception;

}
