package io.bedrockruntime.autoconfigure;

import io.bedrockruntime.observation.BedrockRuntimeObservationContext;
import io.bedrockruntime.observation.ObservedUsage;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

/**
 * Records the tokens of single calls, in the way that dashboards for earlier semantic
 * conventions expect: without a base unit, which would become a part of the name.
 */
class TokenUsageMeters implements CallMeters.Recorder {

	static final String NAME = "gen_ai.client.token.usage";

	private final MeterRegistry registry;

	TokenUsageMeters(MeterRegistry registry) {
		this.registry = registry;
	}

	@Override
	public void stop(BedrockRuntimeObservationContext context) {
		ObservedUsage usage = context.usage();
		if (usage != null && CallMeters.isInference(context)) {
			Tags tags = CallTags.usage(context);
			record(tags, "input", usage.inputTokens());
			record(tags, "output", usage.outputTokens());
		}
	}

	private void record(Tags tags, String type, long tokens) {
		DistributionSummary.builder(NAME)
			.description("Tokens of single calls")
			.tags(tags)
			.tag("gen_ai.token.type", type)
			.register(this.registry)
			.record(tokens);
	}

}
