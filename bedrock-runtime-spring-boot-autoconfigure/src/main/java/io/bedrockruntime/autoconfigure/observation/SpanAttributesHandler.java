package io.bedrockruntime.autoconfigure.observation;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import io.bedrockruntime.observation.BedrockRuntimeObservationContext;
import io.bedrockruntime.observation.ObservedUsage;
import io.bedrockruntime.observation.RequestParameters;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import org.jspecify.annotations.Nullable;

/**
 * Adds span attributes that are numbers, booleans or lists, which the key values of an
 * observation do not support.
 */
class SpanAttributesHandler implements ObservationHandler<BedrockRuntimeObservationContext> {

	private static final int HTTPS = 443;

	private static final int HTTP = 80;

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof BedrockRuntimeObservationContext;
	}

	@Override
	public void onStop(BedrockRuntimeObservationContext context) {
		TracingContext tracing = context.get(TracingContext.class);
		Span span = (tracing != null) ? tracing.getSpan() : null;
		if (span != null && !span.isNoop()) {
			request(span, context);
			response(span, context);
		}
	}

	private static void request(Span span, BedrockRuntimeObservationContext context) {
		RequestParameters parameters = context.parameters();
		URI endpoint = context.endpoint();
		span.tag("server.port", (endpoint.getPort() != -1) ? (long) endpoint.getPort()
				: (long) ("http".equals(endpoint.getScheme()) ? HTTP : HTTPS));
		if (context.isStreaming()) {
			span.tag("gen_ai.request.stream", true);
		}
		if (parameters.maxTokens() != null) {
			span.tag("gen_ai.request.max_tokens", parameters.maxTokens().longValue());
		}
		tag(span, "gen_ai.request.temperature", parameters.temperature());
		tag(span, "gen_ai.request.top_p", parameters.topP());
		if (!parameters.stopSequences().isEmpty()) {
			span.tagOfStrings("gen_ai.request.stop_sequences", parameters.stopSequences());
		}
	}

	/**
	 * Converted with its decimal digits, as 0.2 would otherwise become 0.20000000298.
	 */
	private static void tag(Span span, String name, @Nullable Float value) {
		if (value != null) {
			span.tag(name, Double.parseDouble(value.toString()));
		}
	}

	private static void response(Span span, BedrockRuntimeObservationContext context) {
		span.tag("bedrock.attempts", (long) context.attempts());
		String stopReason = context.stopReason();
		if (stopReason != null) {
			span.tagOfStrings("gen_ai.response.finish_reasons", List.of(stopReason));
		}
		else if (context.isStreaming() && context.errorType() != null) {
			span.tagOfStrings("gen_ai.response.finish_reasons", List.of("error"));
		}
		Duration timeToFirstChunk = context.timeToFirstChunk();
		if (timeToFirstChunk != null) {
			span.tag("gen_ai.response.time_to_first_chunk", timeToFirstChunk.toNanos() / 1e9);
		}
		Duration serverLatency = context.serverLatency();
		if (serverLatency != null) {
			span.tag("bedrock.server.latency_ms", serverLatency.toMillis());
		}
		ObservedUsage usage = context.usage();
		if (usage != null) {
			span.tag("gen_ai.usage.input_tokens", usage.inputTokens());
			span.tag("gen_ai.usage.output_tokens", usage.outputTokens());
			span.tag("gen_ai.usage.cache_read.input_tokens", usage.cacheReadInputTokens());
			span.tag("gen_ai.usage.cache_creation.input_tokens", usage.cacheWriteInputTokens());
		}
	}

}
