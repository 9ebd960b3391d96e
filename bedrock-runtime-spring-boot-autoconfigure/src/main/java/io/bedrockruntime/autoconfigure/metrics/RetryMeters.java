package io.bedrockruntime.autoconfigure.metrics;

import io.bedrockruntime.BedrockRuntimeBuilder;
import io.bedrockruntime.autoconfigure.BedrockRuntimeBuilderCustomizer;
import io.bedrockruntime.event.RetryEvent;
import io.bedrockruntime.observation.BedrockRuntimeObservationContext;
import io.bedrockruntime.observation.ModelNames;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

/**
 * Counts failed attempts that were retried. They are the first sign of throttling, as
 * calls do not fail while retries succeed.
 */
class RetryMeters implements BedrockRuntimeBuilderCustomizer, CallMeters.Recorder {

	static final String NAME = "bedrock.client.retries";

	private static final String THROTTLED = "ThrottlingException";

	private final MeterRegistry registry;

	private final ModelNames modelNames;

	private final MeterCache<CallTags, Counter> throttlings;

	RetryMeters(MeterRegistry registry, ModelNames modelNames) {
		this.registry = registry;
		this.modelNames = modelNames;
		this.throttlings = new MeterCache<>(registry, (tags) -> counter(tags.call(), THROTTLED));
	}

	@Override
	public void customize(BedrockRuntimeBuilder builder) {
		builder.addRetryListener(this::count);
	}

	/**
	 * Register the counter for throttling with the first call, so that an alerting rule
	 * sees the first throttling as an increase from zero.
	 */
	@Override
	public void start(BedrockRuntimeObservationContext context, CallTags tags) {
		this.throttlings.get(tags);
	}

	private void count(RetryEvent event) {
		Tags tags = CallTags.call(this.modelNames.of(event.target().modelId()), event.operation());
		counter(tags, event.errorType()).increment();
	}

	private Counter counter(Tags tags, String errorType) {
		return Counter.builder(NAME)
			.description("Failed attempts that were retried")
			.tags(tags)
			.tag(CallTags.ERROR_TYPE, errorType)
			.register(this.registry);
	}

}
