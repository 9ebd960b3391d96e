package io.bedrockruntime.observation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.model.converse.CacheDetail;
import io.bedrockruntime.model.converse.TokenUsage;
import org.jspecify.annotations.Nullable;

/**
 * Number of tokens that a call consumed, counted according to the semantic conventions:
 * the input includes the tokens read from the prompt cache and written to it, which the
 * service counts separately.
 *
 * @param inputTokens all input tokens, including cached ones
 * @param outputTokens the generated tokens
 * @param cacheReadInputTokens tokens of the input that were read from the cache
 * @param cacheWriteInputTokens tokens of the input that were written to the cache
 * @param cacheWriteInputTokensByTtl the tokens written to the cache by time to live, such
 * as {@code 5m}; empty if the service did not report it
 * @since 0.1.0
 */
public record ObservedUsage(long inputTokens, long outputTokens, long cacheReadInputTokens, long cacheWriteInputTokens,
		Map<String, Long> cacheWriteInputTokensByTtl) {

	/**
	 * Make defensive copies.
	 * @param inputTokens all input tokens, including cached ones
	 * @param outputTokens the generated tokens
	 * @param cacheReadInputTokens tokens of the input that were read from the cache
	 * @param cacheWriteInputTokens tokens of the input that were written to the cache
	 * @param cacheWriteInputTokensByTtl the tokens written to the cache by time to live
	 */
	public ObservedUsage {
		cacheWriteInputTokensByTtl = Map.copyOf(cacheWriteInputTokensByTtl);
	}

	/**
	 * Return the usage reported by a response of Converse or the metadata of a stream.
	 * @param usage the usage as the service counts it
	 * @return the usage
	 */
	public static ObservedUsage of(TokenUsage usage) {
		List<CacheDetail> details = usage.cacheDetails();
		Map<String, Long> byTtl = new LinkedHashMap<>();
		if (details != null) {
			details.forEach((detail) -> byTtl.merge(detail.ttl().value(), (long) detail.inputTokens(), Long::sum));
		}
		return of(usage.inputTokens(), usage.outputTokens(), count(usage.cacheReadInputTokens()),
				count(usage.cacheWriteInputTokens()), byTtl);
	}

	/**
	 * Return the usage reported by the headers of a response of InvokeModel.
	 * @param response the response
	 * @return the usage, or {@code null} if the headers report none
	 */
	public static @Nullable ObservedUsage of(ResponseMetadata response) {
		Integer input = response.inputTokenCount();
		Integer output = response.outputTokenCount();
		if (input == null && output == null) {
			return null;
		}
		return of(count(input), count(output), count(response.cacheReadInputTokenCount()),
				count(response.cacheWriteInputTokenCount()), Map.of());
	}

	/**
	 * Return the usage for counts in the notation of the service.
	 * @param inputTokens the input tokens, without cached ones
	 * @param outputTokens the generated tokens
	 * @param cacheReadInputTokens tokens that were read from the cache
	 * @param cacheWriteInputTokens tokens that were written to the cache
	 * @param cacheWriteInputTokensByTtl the tokens written to the cache by time to live
	 * @return the usage
	 */
	public static ObservedUsage of(long inputTokens, long outputTokens, long cacheReadInputTokens,
			long cacheWriteInputTokens, Map<String, Long> cacheWriteInputTokensByTtl) {
		return new ObservedUsage(inputTokens + cacheReadInputTokens + cacheWriteInputTokens, outputTokens,
				cacheReadInputTokens, cacheWriteInputTokens, cacheWriteInputTokensByTtl);
	}

	private static long count(@Nullable Integer tokens) {
		return (tokens != null) ? tokens : 0;
	}

}
