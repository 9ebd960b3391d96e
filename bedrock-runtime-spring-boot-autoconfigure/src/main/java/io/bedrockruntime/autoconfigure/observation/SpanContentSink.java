package io.bedrockruntime.autoconfigure.observation;

import java.util.Map;

import io.bedrockruntime.observation.BedrockRuntimeObservationContext;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;

/**
 * {@link ContentSink} that adds content to the attributes of spans.
 */
class SpanContentSink implements ContentSink {

	@Override
	public String describe() {
		return "the attributes of spans";
	}

	@Override
	public void accept(BedrockRuntimeObservationContext context, Map<String, String> content) {
		TracingContext tracing = context.get(TracingContext.class);
		Span span = (tracing != null) ? tracing.getSpan() : null;
		if (span != null && !span.isNoop()) {
			content.forEach(span::tag);
		}
	}

}
