package io.bedrockruntime.autoconfigure.metrics;

import io.micrometer.observation.Observation;
import io.micrometer.tracing.CurrentTraceContext;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;

/**
 * {@link SpanScope} for Micrometer Tracing.
 */
class TracingSpanScope implements SpanScope {

	private final Tracer tracer;

	TracingSpanScope(Tracer tracer) {
		this.tracer = tracer;
	}

	@Override
	public void run(Observation.Context context, Runnable action) {
		TracingContext tracing = context.get(TracingContext.class);
		Span span = (tracing != null) ? tracing.getSpan() : null;
		if (span == null) {
			action.run();
			return;
		}
		CurrentTraceContext.Scope scope = this.tracer.currentTraceContext().maybeScope(span.context());
		try {
			action.run();
		}
		finally {
			scope.close();
		}
	}

}
