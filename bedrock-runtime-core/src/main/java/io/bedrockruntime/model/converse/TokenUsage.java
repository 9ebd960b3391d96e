package io.bedrockruntime.model.converse;

import java.util.List;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Token usage.
 *
 * @param inputTokens the input tokens
 * @param outputTokens the output tokens
 * @param totalTokens the total tokens
 * @param cacheReadInputTokens the cache read input tokens
 * @param cacheWriteInputTokens the cache write input tokens
 * @param cacheDetails the cache details
 * @since 0.1.0
 */
public record TokenUsage(int inputTokens, int outputTokens, int totalTokens, @Nullable Integer cacheReadInputTokens,
		@Nullable Integer cacheWriteInputTokens, @Nullable List<CacheDetail> cacheDetails) implements Structure {

	/**
	 * Copy what could change.
	 * @param inputTokens the input tokens
	 * @param outputTokens the output tokens
	 * @param totalTokens the total tokens
	 * @param cacheReadInputTokens the cache read input tokens
	 * @param cacheWriteInputTokens the cache write input tokens
	 * @param cacheDetails the cache details
	 */
	public TokenUsage {
		cacheDetails = (cacheDetails != null) ? List.copyOf(cacheDetails) : null;
	}

}
