package io.bedrockruntime.autoconfigure.metrics;

import io.micrometer.observation.Observation;

/**
 * Makes the span of a call the current one, so that a registry finds it for an exemplar.
 */
@FunctionalInterface
interface SpanScope {

	/** Where there are no spans. */
	SpanScope NONE = (context, action) -> action.run();

	void run(Observation.Context context, Runnable action);

}
