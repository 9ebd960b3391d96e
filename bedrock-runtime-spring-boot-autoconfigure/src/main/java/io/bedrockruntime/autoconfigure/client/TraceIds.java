package io.bedrockruntime.autoconfigure.client;

import io.micrometer.observation.Observation;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/**
 * Identifiers of the traces that calls belong to. Only loaded if there is tracing.
 */
final class TraceIds {

	private static final String OBSERVATION = "micrometer.observation";

	private TraceIds() {
	}

	/**
	 * Return the identifier of the trace that Reactor's context is in, or {@code null} if
	 * it is in none.
	 */
	static @Nullable String of(ContextView context) {
		Observation observation = context.getOrDefault(OBSERVATION, null);
		TracingContext tracing = (observation != null) ? observation.getContextView().get(TracingContext.class) : null;
		Span span = (tracing != null) ? tracing.getSpan() : null;
		String traceId = (span != null) ? span.context().traceId() : null;
		return (traceId != null && !traceId.isEmpty()) ? traceId : null;
	}

}
