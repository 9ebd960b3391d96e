package io.bedrockruntime.model.converse;

import io.bedrockruntime.model.Structure;
import io.bedrockruntime.model.content.CacheTTL;

import org.springframework.util.Assert;

/**
 * Cache detail.
 *
 * @param ttl the ttl
 * @param inputTokens the input tokens
 * @since 0.1.0
 */
public record CacheDetail(CacheTTL ttl, int inputTokens) implements Structure {

	/**
	 * Check what is required.
	 * @param ttl the ttl
	 * @param inputTokens the input tokens
	 */
	public CacheDetail {
		Assert.notNull(ttl, "'ttl' must not be null");
	}

}
