package io.bedrockruntime.autoconfigure.observation;

import java.util.List;

import io.bedrockruntime.BedrockRuntimeBuilder;
import io.bedrockruntime.autoconfigure.BedrockRuntimeBuilderCustomizer;
import io.bedrockruntime.observation.BedrockRuntimeObservationConvention;
import io.bedrockruntime.observation.DefaultBedrockRuntimeObservationConvention;
import io.bedrockruntime.observation.ModelNames;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;

/**
 * {@link BedrockRuntimeBuilderCustomizer} that adds observations to each client.
 * Customizers of the application take precedence.
 */
@Order(0)
class ObservationCustomizer implements BedrockRuntimeBuilderCustomizer {

	private final ObjectProvider<ObservationRegistry> registries;

	private final ObjectProvider<BedrockRuntimeObservationConvention> conventions;

	private final ModelNames modelNames;

	private final List<String> suppressedHeaders;

	ObservationCustomizer(ObjectProvider<ObservationRegistry> registries,
			ObjectProvider<BedrockRuntimeObservationConvention> conventions, ModelNames modelNames,
			List<String> suppressedHeaders) {
		this.registries = registries;
		this.conventions = conventions;
		this.modelNames = modelNames;
		this.suppressedHeaders = suppressedHeaders;
	}

	@Override
	public void customize(BedrockRuntimeBuilder builder) {
		BedrockRuntimeObservationConvention convention = this.conventions
			.getIfAvailable(() -> new DefaultBedrockRuntimeObservationConvention(this.modelNames));
		builder.observationRegistry(this.registries.getIfAvailable(() -> ObservationRegistry.NOOP))
			.observationConvention(convention)
			.suppressedHeaders(this.suppressedHeaders);
	}

}
