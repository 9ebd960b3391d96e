package io.bedrockruntime.autoconfigure.observation;

import org.jspecify.annotations.Nullable;

/**
 * Callback interface that can be used to change or remove content before it is recorded
 * in spans or in the log, which must be enabled with {@code
 * bedrock.runtime.observations.content}. It receives each complete text, before
 * truncation: messages, system prompts, reasoning, and each string in the arguments and
 * results of tools.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface BedrockRuntimeContentFilter {

	/**
	 * Filter a text. If this throws an exception, no content of the call is recorded.
	 * @param text the text
	 * @return the text to record instead, or {@code null} for none
	 */
	@Nullable String filter(String text);

}
