package io.bedrockruntime.autoconfigure.client;

import io.micrometer.observation.Observation;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/**
 * Trace IDs of calls. Loaded only if Micrometer Tracing is present.
 */
final class TraceIds {

	private static final String OBSERVATION = "micrometer.observation";

	private TraceIds() {
	}

	/**
	 * Return the trace ID in Reactor's context, or {@code null} if there is none.
	 */
	static @Nullable String of(ContextView context) {
		Observation observation = context.getOrDefault(OBSERVATION, null);
		TracingContext tracing = (observation != null) ? observation.getContextView().get(TracingContext.class) : null;
		Span span = (tracing != null) ? tracing.getSpan() : null;
		String traceId = (span != null) ? span.context().traceId() : null;
		return (traceId != null && !traceId.isEmpty()) ? traceId : null;
	}

}
