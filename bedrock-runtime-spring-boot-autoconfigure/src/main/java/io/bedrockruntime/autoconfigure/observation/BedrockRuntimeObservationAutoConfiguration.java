package io.bedrockruntime.autoconfigure.observation;

import java.util.List;

import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.autoconfigure.client.BedrockRuntimeAutoConfiguration;
import io.bedrockruntime.observation.BedrockRuntimeObservationConvention;
import io.bedrockruntime.observation.ModelNames;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.handler.TracingObservationHandler;
import io.micrometer.tracing.propagation.Propagator;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for observations of the Amazon
 * Bedrock Runtime.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = BedrockRuntimeAutoConfiguration.class,
		beforeName = "io.bedrockruntime.autoconfigure.metrics.BedrockRuntimeMetricsAutoConfiguration",
		afterName = { "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration",
				"org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration" })
@ConditionalOnClass({ ReactiveBedrockRuntimeTemplate.class, ObservationRegistry.class })
@EnableConfigurationProperties(BedrockRuntimeObservationsProperties.class)
public final class BedrockRuntimeObservationAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ModelNames bedrockRuntimeModelNames(BedrockRuntimeObservationsProperties properties) {
		return new ModelNames(properties.getModelAliases());
	}

	@Bean
	ObservationCustomizer bedrockRuntimeObservationCustomizer(BedrockRuntimeObservationsProperties properties,
			ObjectProvider<ObservationRegistry> registries,
			ObjectProvider<BedrockRuntimeObservationConvention> conventions, ModelNames modelNames,
			ObjectProvider<TraceHeaders> traceHeaders) {
		List<String> suppressed = properties.isPropagateTraceHeaders() ? List.of()
				: traceHeaders.getIfAvailable(TraceHeaders::usual).names();
		return new ObservationCustomizer(registries, conventions, modelNames, suppressed);
	}

	@Bean
	@ConditionalOnProperty(name = "bedrock.runtime.observations.content", havingValue = "logs")
	ContentHandler bedrockRuntimeContentLogHandler(BedrockRuntimeObservationsProperties properties,
			ObjectProvider<BedrockRuntimeContentFilter> filters) {
		return ContentHandler.of(properties, filters, new LoggingContentSink());
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(TracingObservationHandler.class)
	static class TracingConfiguration {

		@Bean
		TraceHeaders bedrockRuntimeTraceHeaders(ObjectProvider<Propagator> propagators) {
			return TraceHeaders.of(propagators.stream().flatMap((propagator) -> propagator.fields().stream()).toList());
		}

		@Bean
		SpanAttributesHandler bedrockRuntimeSpanAttributesHandler() {
			return new SpanAttributesHandler();
		}

		@Bean
		@ConditionalOnProperty(name = "bedrock.runtime.observations.content", havingValue = "spans")
		ContentHandler bedrockRuntimeContentSpanHandler(BedrockRuntimeObservationsProperties properties,
				ObjectProvider<BedrockRuntimeContentFilter> filters) {
			return ContentHandler.of(properties, filters, new SpanContentSink());
		}

	}

}
