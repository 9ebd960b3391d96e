package io.bedrockruntime.autoconfigure.observation;

import org.jspecify.annotations.Nullable;

/**
 * Callback interface that can be used to change or leave out content before it goes into
 * spans or the log, which happens only if {@code bedrock.runtime.observations.content}
 * asks for it. It is given each text as a whole, before any is cut: of messages, system
 * prompts, reasoning, and each string in tools' arguments and results.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface BedrockRuntimeContentFilter {

	/**
	 * Filter a text. If this throws an exception none of the content is kept.
	 * @param text the text
	 * @return what to keep in place of it, or {@code null} for nothing
	 */
	@Nullable String filter(String text);

}
