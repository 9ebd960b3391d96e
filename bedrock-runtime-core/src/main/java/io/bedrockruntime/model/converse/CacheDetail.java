package io.bedrockruntime.model.converse;

import io.bedrockruntime.model.Structure;
import io.bedrockruntime.model.content.CacheTTL;

import org.springframework.util.Assert;

/**
 * Tokens written to the cache with one time to live.
 *
 * @param ttl the time to live
 * @param inputTokens the number of tokens
 * @since 0.1.0
 */
public record CacheDetail(CacheTTL ttl, int inputTokens) implements Structure {

	/**
	 * Check the required components.
	 * @param ttl the time to live
	 * @param inputTokens the number of tokens
	 */
	public CacheDetail {
		Assert.notNull(ttl, "'ttl' must not be null");
	}

}
