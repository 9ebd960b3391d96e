package io.bedrockruntime.autoconfigure.metrics;

import io.micrometer.observation.Observation;

/**
 * Strategy that makes the span of a call the current one, so that a registry can use it
 * for exemplars.
 */
@FunctionalInterface
interface SpanScope {

	/** For applications without tracing. */
	SpanScope NONE = (context, action) -> action.run();

	void run(Observation.Context context, Runnable action);

}
