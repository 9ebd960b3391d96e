package io.bedrockruntime.autoconfigure.metrics;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

import io.bedrockruntime.model.converse.StopReason;
import io.bedrockruntime.observation.BedrockRuntimeObservationContext;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

/**
 * Counts responses by stop reason, and records the latency that the service reports.
 */
class ResponseMeters implements CallMeters.Recorder {

	static final String RESPONSES = "bedrock.client.responses";

	static final String SERVER_LATENCY = "bedrock.server.latency";

	private static final String OTHER = "other";

	private static final Set<String> STOP_REASONS = StopReason.values()
		.stream()
		.map(StopReason::value)
		.collect(Collectors.toUnmodifiableSet());

	private final MeterCache<Response, Counter> responses;

	private final MeterCache<CallTags, Timer> serverLatencies;

	ResponseMeters(MeterRegistry registry) {
		this.responses = new MeterCache<>(registry,
				(response) -> Counter.builder(RESPONSES)
					.description("Complete responses by stop reason")
					.tags(response.tags().model())
					.tag("stop_reason", response.stopReason())
					.register(registry));
		this.serverLatencies = new MeterCache<>(registry,
				(tags) -> Timer.builder(SERVER_LATENCY)
					.description("Latency that the service reports")
					.tags(tags.call())
					.register(registry));
	}

	@Override
	public void stop(BedrockRuntimeObservationContext context, CallTags tags) {
		if (context.isInference() && context.errorType() == null) {
			this.responses.get(new Response(tags, stopReason(context.stopReason()))).increment();
		}
		Duration latency = context.serverLatency();
		if (latency != null) {
			this.serverLatencies.get(tags).record(latency);
		}
	}

	/**
	 * Return a known reason. Models that InvokeModel calls respond in their own formats,
	 * possibly without a reason.
	 */
	private static String stopReason(@Nullable String reason) {
		if (reason == null) {
			return CallTags.NONE;
		}
		return STOP_REASONS.contains(reason) ? reason : OTHER;
	}

	private record Response(CallTags tags, String stopReason) {

	}

}
