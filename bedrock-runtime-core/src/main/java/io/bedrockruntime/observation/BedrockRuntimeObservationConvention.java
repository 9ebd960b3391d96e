package io.bedrockruntime.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * Convention for the observation of a call to the Amazon Bedrock Runtime: its name, and
 * the key values of spans and metrics.
 *
 * @since 0.1.0
 * @see DefaultBedrockRuntimeObservationConvention
 */
public interface BedrockRuntimeObservationConvention extends ObservationConvention<BedrockRuntimeObservationContext> {

	@Override
	default boolean supportsContext(Observation.Context context) {
		return context instanceof BedrockRuntimeObservationContext;
	}

}
