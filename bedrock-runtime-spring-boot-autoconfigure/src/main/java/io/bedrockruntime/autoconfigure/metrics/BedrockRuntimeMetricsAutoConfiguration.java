package io.bedrockruntime.autoconfigure.metrics;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.autoconfigure.client.BedrockRuntimeAutoConfiguration;
import io.bedrockruntime.autoconfigure.metrics.BedrockRuntimeMetricsProperties.TokenUsage;
import io.bedrockruntime.observation.ModelNames;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.metrics.autoconfigure.MeterRegistryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for metrics of the Amazon Bedrock
 * Runtime.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = BedrockRuntimeAutoConfiguration.class, afterName = {
		"org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
		"org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration" })
@ConditionalOnClass({ ReactiveBedrockRuntimeTemplate.class, MeterRegistry.class })
@ConditionalOnBean(MeterRegistry.class)
@EnableConfigurationProperties(BedrockRuntimeMetricsProperties.class)
public final class BedrockRuntimeMetricsAutoConfiguration {

	/** Present if Spring AI registers a counter with the name of our histogram. */
	private static final String SPRING_AI = "org.springframework.ai.model.observation.ModelUsageMetricsGenerator";

	@Bean
	@Order(HistogramBuckets.ORDER)
	static HistogramBuckets bedrockRuntimeHistogramBuckets() {
		return new HistogramBuckets();
	}

	@Bean
	static ModelTagLimitMeterFilter bedrockRuntimeModelTagLimit(BedrockRuntimeMetricsProperties properties,
			Environment environment) {
		ModelNames names = new ModelNames(Map.of());
		Stream<String> priced = properties.getPrices().stream().map(BedrockRuntimeMetricsProperties.Price::getModelId);
		List<String> configured = Stream
			.concat(priced, Stream.of(environment.getProperty("bedrock.runtime.default-model", "")))
			.filter(StringUtils::hasText)
			.map(names::of)
			.toList();
		return new ModelTagLimitMeterFilter(properties.getMaxModels(), configured);
	}

	@Bean
	FailoverMeters bedrockRuntimeFailoverMeters(MeterRegistry registry, ObjectProvider<ModelNames> modelNames) {
		return new FailoverMeters(registry, modelNames(modelNames));
	}

	@Bean
	RetryMeters bedrockRuntimeRetryMeters(MeterRegistry registry, ObjectProvider<ModelNames> modelNames) {
		return new RetryMeters(registry, modelNames(modelNames));
	}

	@Bean
	CredentialsMeters bedrockRuntimeCredentialsMeters(MeterRegistry registry) {
		return new CredentialsMeters(registry, InstantSource.system());
	}

	@Bean
	PriceMeters bedrockRuntimePriceMeters(MeterRegistry registry, BedrockRuntimeMetricsProperties properties,
			ObjectProvider<ModelNames> modelNames) {
		return new PriceMeters(registry, properties.getPrices(), modelNames(modelNames));
	}

	@Bean
	CallMeters bedrockRuntimeCallMeters(MeterRegistry registry, BedrockRuntimeMetricsProperties properties,
			RetryMeters retryMeters, PriceMeters priceMeters, ObjectProvider<SpanScope> spanScopes,
			ResourceLoader resourceLoader) {
		List<CallMeters.Recorder> recorders = new ArrayList<>(
				List.of(new StreamMeters(registry, properties.isTimePerOutputChunk()), new TokenMeters(registry),
						new ResponseMeters(registry), retryMeters, priceMeters));
		if (isTokenUsage(properties.getTokenUsage(), resourceLoader.getClassLoader())) {
			recorders.add(new TokenUsageMeters(registry));
		}
		return new CallMeters(List.copyOf(recorders), spanScopes.getIfAvailable(() -> SpanScope.NONE));
	}

	private static boolean isTokenUsage(TokenUsage tokenUsage, @Nullable ClassLoader classLoader) {
		return (tokenUsage != TokenUsage.AUTO) ? tokenUsage == TokenUsage.TRUE
				: !ClassUtils.isPresent(SPRING_AI, classLoader);
	}

	private static ModelNames modelNames(ObjectProvider<ModelNames> modelNames) {
		return modelNames.getIfAvailable(() -> new ModelNames(Map.of()));
	}

	/**
	 * Spring Boot applies filters to each registry, but not to a composite of several,
	 * which would still create a meter for each model.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterRegistryCustomizer.class)
	static class CompositeConfiguration {

		@Bean
		static MeterRegistryCustomizer<CompositeMeterRegistry> bedrockRuntimeCompositeModelTagLimit(
				ModelTagLimitMeterFilter limit) {
			return (registry) -> registry.config().meterFilter(limit);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(Tracer.class)
	static class TracingConfiguration {

		@Bean
		TracingSpanScope bedrockRuntimeSpanScope(ObjectProvider<Tracer> tracers) {
			return new TracingSpanScope(tracers.getIfAvailable(() -> Tracer.NOOP));
		}

	}

}
