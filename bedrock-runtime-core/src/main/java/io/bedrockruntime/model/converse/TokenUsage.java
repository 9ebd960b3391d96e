package io.bedrockruntime.model.converse;

import java.util.List;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Number of tokens that a call consumed.
 *
 * @param inputTokens the input tokens, without cached ones
 * @param outputTokens the tokens that were generated
 * @param totalTokens the sum
 * @param cacheReadInputTokens the input tokens that were read from the cache
 * @param cacheWriteInputTokens the input tokens that were written to the cache
 * @param cacheDetails the tokens written to the cache, by time to live
 * @since 0.1.0
 */
public record TokenUsage(int inputTokens, int outputTokens, int totalTokens, @Nullable Integer cacheReadInputTokens,
		@Nullable Integer cacheWriteInputTokens, @Nullable List<CacheDetail> cacheDetails) implements Structure {

	/**
	 * Make defensive copies.
	 * @param inputTokens the input tokens, without cached ones
	 * @param outputTokens the tokens that were generated
	 * @param totalTokens the sum
	 * @param cacheReadInputTokens the input tokens that were read from the cache
	 * @param cacheWriteInputTokens the input tokens that were written to the cache
	 * @param cacheDetails the tokens written to the cache, by time to live
	 */
	public TokenUsage {
		cacheDetails = (cacheDetails != null) ? List.copyOf(cacheDetails) : null;
	}

}
