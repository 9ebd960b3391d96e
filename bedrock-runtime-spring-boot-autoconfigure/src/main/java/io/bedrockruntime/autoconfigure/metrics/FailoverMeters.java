package io.bedrockruntime.autoconfigure.metrics;

import io.bedrockruntime.BedrockRuntimeBuilder;
import io.bedrockruntime.autoconfigure.BedrockRuntimeBuilderCustomizer;
import io.bedrockruntime.event.FailoverEvent;
import io.bedrockruntime.observation.ErrorTypes;
import io.bedrockruntime.observation.ModelNames;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts failovers from one target to the next.
 */
class FailoverMeters implements BedrockRuntimeBuilderCustomizer {

	static final String NAME = "bedrock.client.failovers";

	private final MeterRegistry registry;

	private final ModelNames modelNames;

	FailoverMeters(MeterRegistry registry, ModelNames modelNames) {
		this.registry = registry;
		this.modelNames = modelNames;
	}

	@Override
	public void customize(BedrockRuntimeBuilder builder) {
		builder.addFailoverListener(this::count);
	}

	private void count(FailoverEvent event) {
		Counter.builder(NAME)
			.description("Failovers of calls to another region or model")
			.tags(CallTags.call(this.modelNames.of(event.from().modelId()), event.operation()))
			.tag(CallTags.ERROR_TYPE, ErrorTypes.of(event.failure()))
			.tag("bedrock.failover.region", event.to().region())
			.tag(CallTags.FAILOVER_MODEL, this.modelNames.of(event.to().modelId()))
			.register(this.registry)
			.increment();
	}

}
