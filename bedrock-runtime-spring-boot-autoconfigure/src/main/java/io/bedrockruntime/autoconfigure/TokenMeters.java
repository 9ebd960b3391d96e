package io.bedrockruntime.autoconfigure;

import java.util.Map;

import io.bedrockruntime.observation.BedrockRuntimeObservationContext;
import io.bedrockruntime.observation.ObservedUsage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

/**
 * Counts the tokens of inferences. One that failed counts none, so that the series are
 * there from the first call on.
 */
class TokenMeters implements CallMeters.Recorder {

	static final String PREFIX = "gen_ai.client.inference.usage.";

	private static final String CACHE_TTL = "bedrock.cache.ttl";

	private static final ObservedUsage NOTHING = new ObservedUsage(0, 0, 0, 0, Map.of());

	private final MeterRegistry registry;

	TokenMeters(MeterRegistry registry) {
		this.registry = registry;
	}

	@Override
	public void stop(BedrockRuntimeObservationContext context) {
		if (!CallMeters.isInference(context)) {
			return;
		}
		ObservedUsage usage = (context.usage() != null) ? context.usage() : NOTHING;
		// The service does not tell tokens of text from those of images.
		Tags tags = CallTags.usage(context).and("gen_ai.token.modality", "unknown");
		count("input_tokens", "Tokens that went in, cached ones included", tags, usage.inputTokens());
		count("output_tokens", "Tokens that were generated", tags, usage.outputTokens());
		count("cache_read.input_tokens", "Tokens of the input that were read from the prompt cache", tags,
				usage.cacheReadInputTokens());
		countCacheWrites(usage, tags);
	}

	/**
	 * Count by time to live, of which the price depends, as far as the service tells it.
	 */
	private void countCacheWrites(ObservedUsage usage, Tags tags) {
		long rest = usage.cacheWriteInputTokens();
		for (Map.Entry<String, Long> written : usage.cacheWriteInputTokensByTtl().entrySet()) {
			countCacheWrites(written.getKey(), tags, written.getValue());
			rest -= written.getValue();
		}
		countCacheWrites(CallTags.NONE, tags, Math.max(0, rest));
	}

	private void countCacheWrites(String ttl, Tags tags, long tokens) {
		count("cache_write.input_tokens", "Tokens of the input that were written to the prompt cache",
				tags.and(CACHE_TTL, ttl), tokens);
	}

	private void count(String name, String description, Tags tags, long tokens) {
		Counter.builder(PREFIX + name)
			.description(description)
			.baseUnit("tokens")
			.tags(tags)
			.register(this.registry)
			.increment(tokens);
	}

}
