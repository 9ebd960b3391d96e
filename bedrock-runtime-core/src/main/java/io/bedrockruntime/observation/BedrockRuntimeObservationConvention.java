package io.bedrockruntime.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * Convention for the observation of a call of the Amazon Bedrock Runtime: its name, and
 * the keys and values that spans and metrics have.
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
