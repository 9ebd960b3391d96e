package io.bedrockruntime.autoconfigure.metrics;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.bedrockruntime.autoconfigure.internal.config.InvalidBedrockRuntimeConfigurationException;
import io.bedrockruntime.exception.ConnectionResetException;
import io.bedrockruntime.observation.BedrockRuntimeObservationContext;
import io.bedrockruntime.observation.DefaultBedrockRuntimeObservationConvention;
import io.bedrockruntime.observation.ObservedOperation;
import io.bedrockruntime.observation.ObservedUsage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import net.bytebuddy.ByteBuddy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.autoconfigure.prometheus.PrometheusExemplarsAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of the meters of calls in Spring Boot's own registries and observations.
 */
@ExtendWith(OutputCaptureExtension.class)
class CallMetersTests {

	private static final String MODEL = "us.amazon.nova-lite-v1:0";

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(MetricsAutoConfiguration.class, CompositeMeterRegistryAutoConfiguration.class,
					SimpleMetricsExportAutoConfiguration.class, PrometheusMetricsExportAutoConfiguration.class,
					ObservationAutoConfiguration.class, BedrockRuntimeMetricsAutoConfiguration.class));

	@Test
	void whenStreamHasEndedThenItsTokensTimesAndStopReasonAreThere() {
		this.contextRunner.run((context) -> {
			call(context, "ConverseStream", MODEL, (call) -> {
				call.chunkReceived();
				call.setUsage(new ObservedUsage(100, 7, 60, 30, Map.of("5m", 10L, "1h", 15L)));
				call.setServerLatency(Duration.ofMillis(120));
				call.setStopReason("end_turn");
			});
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			assertThat(tokens(registry, "input_tokens")).isEqualTo(100);
			assertThat(tokens(registry, "output_tokens")).isEqualTo(7);
			assertThat(tokens(registry, "cache_read.input_tokens")).isEqualTo(60);
			assertThat(written(registry, "5m")).isEqualTo(10);
			assertThat(written(registry, "1h")).isEqualTo(15);
			assertThat(written(registry, "none")).isEqualTo(5);
			assertThat(registry.get("bedrock.client.responses").tag("stop_reason", "end_turn").counter().count())
				.isEqualTo(1);
			assertThat(registry.get("bedrock.server.latency").timer().totalTime(TimeUnit.MILLISECONDS)).isEqualTo(120);
			assertThat(registry.get("gen_ai.client.operation.time_to_first_chunk").timer().count()).isEqualTo(1);
			DistributionSummary usage = registry.get("gen_ai.client.token.usage")
				.tag("gen_ai.token.type", "input")
				.summary();
			assertThat(usage.totalAmount()).isEqualTo(100);
			assertThat(usage.getId().getBaseUnit()).isNull();
			// The observation's own meter is still created.
			assertThat(registry.get("gen_ai.client.operation.duration").timer().count()).isEqualTo(1);
		});
	}

	@Test
	void whenCallFailsThenItsSeriesAreThereAndNothingIsCounted() {
		this.contextRunner.run((context) -> {
			call(context, "Converse", MODEL, (call) -> call.setError(new ConnectionResetException("reset", null)));
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			assertThat(tokens(registry, "input_tokens")).isZero();
			assertThat(tokens(registry, "output_tokens")).isZero();
			assertThat(
					registry.get("bedrock.client.retries").tag("error.type", "ThrottlingException").counter().count())
				.isZero();
			assertThat(registry.find("bedrock.client.responses").counter()).isNull();
			assertThat(registry.find("gen_ai.client.token.usage").summary()).isNull();
			assertThat(registry.find("gen_ai.client.operation.time_to_first_chunk").timer()).isNull();
		});
	}

	@Test
	void whenNothingIsGeneratedThenNoTokensAreCounted() {
		this.contextRunner.run((context) -> {
			call(context, "CountTokens", MODEL, (call) -> {
			});
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			assertThat(registry.get("gen_ai.client.operation.duration").timer().count()).isEqualTo(1);
			assertThat(registry.find("gen_ai.client.inference.usage.input_tokens").counter()).isNull();
			assertThat(registry.find("bedrock.client.responses").counter()).isNull();
		});
	}

	@Test
	void whenStopReasonIsUnknownThenItIsFoldedWithOthers() {
		this.contextRunner.run((context) -> {
			call(context, "Converse", MODEL, (call) -> call.setStopReason("a_new_one"));
			call(context, "Converse", MODEL, (call) -> call.setStopReason("another"));
			call(context, "InvokeModel", MODEL, (call) -> {
			});
			assertThat(context.getBean(MeterRegistry.class).find("bedrock.client.responses").counters())
				.extracting((counter) -> counter.getId().getTag("stop_reason") + " " + (int) counter.count())
				.containsExactlyInAnyOrder("other 2", "none 1");
		});
	}

	@Test
	void shouldTimeTheGapsBetweenChunksOnRequestOnly() {
		Consumer<BedrockRuntimeObservationContext> chunks = (call) -> {
			call.chunkReceived();
			call.chunkReceived();
			call.chunkReceived();
		};
		this.contextRunner.run((context) -> {
			call(context, "ConverseStream", MODEL, chunks);
			assertThat(
					context.getBean(MeterRegistry.class).find("gen_ai.client.operation.time_per_output_chunk").timer())
				.isNull();
		});
		this.contextRunner.withPropertyValues("bedrock.runtime.metrics.time-per-output-chunk=true").run((context) -> {
			call(context, "ConverseStream", MODEL, chunks);
			Timer timer = context.getBean(MeterRegistry.class)
				.get("gen_ai.client.operation.time_per_output_chunk")
				.timer();
			assertThat(timer.count()).isEqualTo(2);
			assertThat(buckets(timer)).hasSize(14);
		});
	}

	@Test
	void shouldHaveTheBucketsOfTheSemanticConventionsUntilPropertiesSayOtherwise() {
		this.contextRunner.run((context) -> {
			call(context, "Converse", MODEL, (call) -> call.setUsage(ObservedUsage.of(1, 1, 0, 0, Map.of())));
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			Timer duration = registry.get("gen_ai.client.operation.duration").timer();
			assertThat(buckets(duration)).startsWith(0.01, 0.02).endsWith(163.84, 327.68).hasSize(16);
			assertThat(registry.get("gen_ai.client.token.usage").summaries()).allSatisfy(
					(summary) -> assertThat(summary.takeSnapshot().histogramCounts()).extracting(CountAtBucket::bucket)
						.startsWith(1.0, 4.0)
						.contains(67108864.0));
		});
		this.contextRunner
			.withPropertyValues("management.metrics.distribution.slo.gen_ai.client.operation.duration=1s,5s")
			.run((context) -> {
				call(context, "Converse", MODEL, (call) -> {
				});
				assertThat(
						buckets(context.getBean(MeterRegistry.class).get("gen_ai.client.operation.duration").timer()))
					.containsExactly(1.0, 5.0);
			});
	}

	@Test
	void whenThereAreTooManyModelsThenFurtherOnesAreCountedTogether(CapturedOutput output) {
		this.contextRunner.withPropertyValues("bedrock.runtime.metrics.max-models=2").run((context) -> {
			for (int i = 0; i < 5; i++) {
				call(context, "Converse", "model-" + i, (call) -> call.setStopReason("end_turn"));
			}
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			assertThat(registry.find("gen_ai.client.operation.duration").timers())
				.extracting((timer) -> timer.getId().getTag("gen_ai.request.model") + " " + timer.count())
				.containsExactlyInAnyOrder("model-0 1", "model-1 1", "_OTHER 3");
			assertThat(registry.find("bedrock.client.responses").counters())
				.extracting((counter) -> counter.getId().getTag("gen_ai.request.model"))
				.containsExactlyInAnyOrder("model-0", "model-1", "_OTHER");
			assertThat(output.getOut().lines().filter((line) -> line.contains("max-models"))).hasSize(1);
		});
	}

	@Test
	void whenThereAreTwoRegistriesThenTheOneBeforeThemIsBoundedToo() {
		this.contextRunner.withBean("first", SimpleMeterRegistry.class, SimpleMeterRegistry::new)
			.withBean("second", SimpleMeterRegistry.class, SimpleMeterRegistry::new)
			.withPropertyValues("bedrock.runtime.metrics.max-models=2", "bedrock.runtime.default-model=model-9")
			.run((context) -> {
				for (int i = 0; i < 10; i++) {
					call(context, "Converse", "model-" + i, (call) -> call.setStopReason("end_turn"));
				}
				MeterRegistry registry = context.getBean(MeterRegistry.class);
				assertThat(registry).isInstanceOf(CompositeMeterRegistry.class);
				assertThat(registry.find("bedrock.client.responses").counters())
					.extracting((counter) -> counter.getId().getTag("gen_ai.request.model"))
					.containsExactlyInAnyOrder("model-0", "model-9", "_OTHER");
			});
	}

	@Test
	void whenMetersAreOfOthersThenTheirModelsAreNotCounted() {
		this.contextRunner.withPropertyValues("bedrock.runtime.metrics.max-models=1").run((context) -> {
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			for (int i = 0; i < 3; i++) {
				registry.counter("gen_ai.client.token.usage", "gen_ai.system", "other", "gen_ai.request.model",
						"m" + i);
			}
			assertThat(registry.find("gen_ai.client.token.usage").counters()).hasSize(3);
		});
	}

	@Test
	void whenSpringAiIsThereThenItsCounterIsLeftAlone() {
		Consumer<BedrockRuntimeObservationContext> answer = (call) -> call
			.setUsage(ObservedUsage.of(1, 1, 0, 0, Map.of()));
		ClassLoader springAi = new ByteBuddy().subclass(Object.class)
			.name("org.springframework.ai.model.observation.ModelUsageMetricsGenerator")
			.make()
			.load(getClass().getClassLoader())
			.getLoaded()
			.getClassLoader();
		ApplicationContextRunner runner = this.contextRunner.withClassLoader(springAi);
		runner.run((context) -> {
			call(context, "Converse", MODEL, answer);
			assertThat(context.getBean(MeterRegistry.class).find("gen_ai.client.token.usage").meter()).isNull();
		});
		runner.withPropertyValues("bedrock.runtime.metrics.token-usage=true").run((context) -> {
			call(context, "Converse", MODEL, answer);
			assertThat(context.getBean(MeterRegistry.class).find("gen_ai.client.token.usage").meter()).isNotNull();
		});
	}

	@Test
	void whenAMeterIsOfAnotherTypeThenCallsDoNotFail(CapturedOutput output) {
		this.contextRunner.withPropertyValues("bedrock.runtime.metrics.token-usage=true").run((context) -> {
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			Counter.builder("gen_ai.client.token.usage").register(registry).increment();
			Timer.builder("bedrock.client.responses")
				.tag("gen_ai.provider.name", "aws.bedrock")
				.tag("gen_ai.request.model", MODEL)
				.tag("stop_reason", "end_turn")
				.register(registry);
			for (int i = 0; i < 3; i++) {
				call(context, "Converse", MODEL, (call) -> {
					call.setUsage(ObservedUsage.of(10, 1, 0, 0, Map.of()));
					call.setStopReason("end_turn");
				});
			}
			assertThat(tokens(registry, "input_tokens")).isEqualTo(30);
			assertThat(output.getOut().lines().filter((line) -> line.contains("Some metrics"))).hasSize(1);
		});
	}

	@Test
	void shouldShowPricesAndWarnOnceOfAModelWithoutOne(CapturedOutput output) {
		this.contextRunner.withPropertyValues(
				"bedrock.runtime.metrics.prices[0].model-id=arn:aws:bedrock:us-east-1:123456789012:inference-profile/"
						+ MODEL,
				"bedrock.runtime.metrics.prices[0].input=0.06", "bedrock.runtime.metrics.prices[0].output=0.24")
			.run((context) -> {
				MeterRegistry registry = context.getBean(MeterRegistry.class);
				assertThat(registry.get("bedrock.client.price").gauges())
					.allSatisfy((gauge) -> assertThat(gauge.getId().getBaseUnit()).isEqualTo("usd"))
					.extracting((gauge) -> gauge.getId().getTag("gen_ai.request.model") + " "
							+ gauge.getId().getTag("token_type") + " " + gauge.value())
					.containsExactlyInAnyOrder(MODEL + " input 0.06", MODEL + " output 0.24");
				for (int i = 0; i < 2; i++) {
					for (String model : new String[] { MODEL, "another-model" }) {
						call(context, "Converse", model,
								(call) -> call.setUsage(ObservedUsage.of(1, 1, 0, 0, Map.of())));
					}
				}
				assertThat(output.getOut().lines().filter((line) -> line.contains("No price is configured")))
					.singleElement()
					.asString()
					.contains("another-model");
			});
	}

	@Test
	void whenPricesMakeNoSenseThenStartFailsAndNamesTheProperty() {
		for (String[] properties : new String[][] { { "input", "prices[0].input=1" },
				{ "output", "prices[0].model-id=m", "prices[0].output=-1" },
				{ "model-id", "prices[0].model-id=m", "prices[1].model-id=m" } }) {
			ApplicationContextRunner runner = this.contextRunner;
			for (int i = 1; i < properties.length; i++) {
				runner = runner.withPropertyValues("bedrock.runtime.metrics." + properties[i]);
			}
			runner.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidBedrockRuntimeConfigurationException.class)
				.hasMessageContaining("bedrock.runtime.metrics.prices["));
		}
	}

	@Test
	void whenCallIsTracedThenDurationFirstChunkAndTokensHaveExemplars() {
		this.contextRunner
			.withConfiguration(AutoConfigurations.of(OpenTelemetrySdkAutoConfiguration.class,
					OpenTelemetryTracingAutoConfiguration.class, MicrometerTracingAutoConfiguration.class,
					PrometheusExemplarsAutoConfiguration.class))
			.withPropertyValues("management.tracing.sampling.probability=1")
			.run((context) -> {
				call(context, "ConverseStream", MODEL, (call) -> {
					call.chunkReceived();
					call.setUsage(ObservedUsage.of(100, 7, 0, 0, Map.of()));
				});
				String scrape = context.getBean(PrometheusMeterRegistry.class)
					.scrape(OpenMetricsTextFormatWriter.CONTENT_TYPE);
				for (String name : new String[] { "gen_ai_client_operation_duration_seconds_bucket",
						"gen_ai_client_operation_time_to_first_chunk_seconds_bucket",
						"gen_ai_client_inference_usage_output_tokens_total" }) {
					assertThat(scrape.lines().filter((line) -> line.startsWith(name + "{"))).as(name)
						.anyMatch((line) -> line.contains("# {span_id=\"") && line.contains("trace_id=\""));
				}
			});
	}

	@Test
	void whenThereIsNoTracingThenMetersAreThere() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("io.micrometer.tracing")).run((context) -> {
			assertThat(context).doesNotHaveBean(SpanScope.class);
			call(context, "Converse", MODEL, (call) -> call.setUsage(ObservedUsage.of(3, 1, 0, 0, Map.of())));
			assertThat(tokens(context.getBean(MeterRegistry.class), "input_tokens")).isEqualTo(3);
		});
	}

	@Test
	void whenThereIsNoRegistryOrNoMicrometerThenThereIsNothing() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(BedrockRuntimeMetricsAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(CallMeters.class));
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(BedrockRuntimeMetricsAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader("io.micrometer.core"))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(BedrockRuntimeMetricsAutoConfiguration.class));
	}

	private static void call(ApplicationContext context, String operation, String model,
			Consumer<BedrockRuntimeObservationContext> outcome) {
		ObservedOperation observed = new ObservedOperation(operation, operation.endsWith("Stream"),
				!operation.equals("CountTokens"), operation.equals("CountTokens") ? "count_tokens" : "chat");
		BedrockRuntimeObservationContext call = new BedrockRuntimeObservationContext(observed, model, "a request",
				"us-east-1", URI.create("https://bedrock.example"));
		Observation observation = Observation
			.createNotStarted(new DefaultBedrockRuntimeObservationConvention(), () -> call,
					context.getBean(ObservationRegistry.class))
			.start();
		outcome.accept(call);
		observation.stop();
	}

	private static double tokens(MeterRegistry registry, String kind) {
		return registry.get("gen_ai.client.inference.usage." + kind)
			.tag("gen_ai.request.model", MODEL)
			.tag("gen_ai.response.model", "none")
			.tag("gen_ai.provider.name", "aws.bedrock")
			.tag("gen_ai.operation.name", "chat")
			.tag("gen_ai.token.modality", "unknown")
			.counter()
			.count();
	}

	private static double written(MeterRegistry registry, String ttl) {
		return registry.get("gen_ai.client.inference.usage.cache_write.input_tokens")
			.tag("bedrock.cache.ttl", ttl)
			.counter()
			.count();
	}

	private static double[] buckets(Timer timer) {
		return Stream.of(timer.takeSnapshot().histogramCounts())
			.mapToDouble((count) -> count.bucket(TimeUnit.SECONDS))
			.filter(Double::isFinite)
			.toArray();
	}

}
