package io.bedrockruntime.model.converse;

import java.util.List;

import io.bedrockruntime.model.Structure;
import org.jspecify.annotations.Nullable;

/**
 * How many tokens a call consumed.
 *
 * @param inputTokens tokens that went in, without cached ones
 * @param outputTokens tokens that were generated
 * @param totalTokens the sum
 * @param cacheReadInputTokens tokens that went in from the cache
 * @param cacheWriteInputTokens tokens that were written to the cache
 * @param cacheDetails the tokens written to the cache, by time to live
 * @since 0.1.0
 */
public record TokenUsage(int inputTokens, int outputTokens, int totalTokens, @Nullable Integer cacheReadInputTokens,
		@Nullable Integer cacheWriteInputTokens, @Nullable List<CacheDetail> cacheDetails) implements Structure {

	/**
	 * Copy what could change.
	 * @param inputTokens tokens that went in, without cached ones
	 * @param outputTokens tokens that were generated
	 * @param totalTokens the sum
	 * @param cacheReadInputTokens tokens that went in from the cache
	 * @param cacheWriteInputTokens tokens that were written to the cache
	 * @param cacheDetails the tokens written to the cache, by time to live
	 */
	public TokenUsage {
		cacheDetails = (cacheDetails != null) ? List.copyOf(cacheDetails) : null;
	}

}
