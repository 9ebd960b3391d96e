package io.bedrockruntime.autoconfigure.metrics;

import io.bedrockruntime.observation.BedrockRuntimeObservationContext;
import io.bedrockruntime.observation.ObservedUsage;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

/**
 * Records the tokens of single calls in the form that dashboards for earlier semantic
 * conventions expect: without a base unit, which would become part of the name.
 */
class TokenUsageMeters implements CallMeters.Recorder {

	static final String NAME = "gen_ai.client.token.usage";

	private final MeterCache<CallTags, Summaries> summaries;

	TokenUsageMeters(MeterRegistry registry) {
		this.summaries = new MeterCache<>(registry, (tags) -> Summaries.of(registry, tags.usage()));
	}

	@Override
	public void stop(BedrockRuntimeObservationContext context, CallTags tags) {
		ObservedUsage usage = context.usage();
		if (usage != null && context.isInference()) {
			Summaries summaries = this.summaries.get(tags);
			summaries.input().record(usage.inputTokens());
			summaries.output().record(usage.outputTokens());
		}
	}

	private record Summaries(DistributionSummary input, DistributionSummary output) {

		private static Summaries of(MeterRegistry registry, Tags tags) {
			return new Summaries(summary(registry, tags, "input"), summary(registry, tags, "output"));
		}

		private static DistributionSummary summary(MeterRegistry registry, Tags tags, String type) {
			return DistributionSummary.builder(NAME)
				.description("Tokens of single calls")
				.tags(tags)
				.tag("gen_ai.token.type", type)
				.register(registry);
		}

	}

}
