package io.bedrockruntime.autoconfigure.metrics;

import java.util.Map;

import io.bedrockruntime.observation.BedrockRuntimeObservationContext;
import io.bedrockruntime.observation.ObservedUsage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

/**
 * Counts the tokens of inference calls. A failed call adds zero, so that the series exist
 * from the first call on.
 */
class TokenMeters implements CallMeters.Recorder {

	static final String PREFIX = "gen_ai.client.inference.usage.";

	private static final String CACHE_TTL = "bedrock.cache.ttl";

	private static final ObservedUsage NOTHING = new ObservedUsage(0, 0, 0, 0, Map.of());

	private final MeterRegistry registry;

	private final MeterCache<CallTags, Counters> counters;

	TokenMeters(MeterRegistry registry) {
		this.registry = registry;
		this.counters = new MeterCache<>(registry, Counters::new);
	}

	@Override
	public void stop(BedrockRuntimeObservationContext context, CallTags tags) {
		if (!context.isInference()) {
			return;
		}
		ObservedUsage usage = (context.usage() != null) ? context.usage() : NOTHING;
		Counters counters = this.counters.get(tags);
		counters.input.increment(usage.inputTokens());
		counters.output.increment(usage.outputTokens());
		counters.cacheRead.increment(usage.cacheReadInputTokens());
		countCacheWrites(usage, counters);
	}

	/**
	 * Count by time to live, which affects the price, as far as the service reports it.
	 */
	private static void countCacheWrites(ObservedUsage usage, Counters counters) {
		long rest = usage.cacheWriteInputTokens();
		for (Map.Entry<String, Long> written : usage.cacheWriteInputTokensByTtl().entrySet()) {
			counters.cacheWrite(written.getKey()).increment(written.getValue());
			rest -= written.getValue();
		}
		counters.cacheWriteOfUnknownTtl.increment(Math.max(0, rest));
	}

	/** Counters of calls with the same tags. */
	private final class Counters {

		private final Tags tags;

		private final Counter input;

		private final Counter output;

		private final Counter cacheRead;

		private final Counter cacheWriteOfUnknownTtl;

		private Counters(CallTags tags) {
			// The service does not distinguish tokens of text from those of images.
			this.tags = tags.usage().and("gen_ai.token.modality", "unknown");
			this.input = counter("input_tokens", "Input tokens, including cached ones", this.tags);
			this.output = counter("output_tokens", "Output tokens", this.tags);
			this.cacheRead = counter("cache_read.input_tokens", "Input tokens that were read from the prompt cache",
					this.tags);
			this.cacheWriteOfUnknownTtl = cacheWrite(CallTags.NONE);
		}

		private Counter cacheWrite(String ttl) {
			return counter("cache_write.input_tokens", "Input tokens that were written to the prompt cache",
					this.tags.and(CACHE_TTL, ttl));
		}

		private Counter counter(String name, String description, Tags tags) {
			return Counter.builder(PREFIX + name)
				.description(description)
				.baseUnit("tokens")
				.tags(tags)
				.register(TokenMeters.this.registry);
		}

	}

}
