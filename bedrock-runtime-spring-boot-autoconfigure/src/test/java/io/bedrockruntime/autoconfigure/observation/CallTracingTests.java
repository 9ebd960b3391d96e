package io.bedrockruntime.autoconfigure.observation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.bedrockruntime.BedrockRuntimeTemplate;
import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.autoconfigure.client.ClientAutoConfigurations;
import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.record.RecordedRequest;
import io.bedrockruntime.emulator.script.Fault;
import io.bedrockruntime.emulator.script.Reply;
import io.bedrockruntime.emulator.script.ScriptEntry;
import io.bedrockruntime.exception.AccessDeniedException;
import io.bedrockruntime.exception.ThrottlingException;
import io.bedrockruntime.model.converse.InferenceConfiguration;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;
import io.bedrockruntime.stream.EventStream;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webclient.autoconfigure.WebClientObservationAutoConfiguration;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for the spans of calls, with Spring Boot's tracing and OpenTelemetry, against the
 * emulator.
 */
@ExtendWith(OutputCaptureExtension.class)
class CallTracingTests {

	private static final Duration WAIT = Duration.ofSeconds(20);

	private static final String MODEL = "eu.anthropic.claude-sonnet-4-5-20250929-v1:0";

	private static final int SPAN_IN_TRACEPARENT = 52;

	private static BedrockRuntimeEmulator emulator;

	private final InMemorySpanExporter exporter = InMemorySpanExporter.create();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(ClientAutoConfigurations.ALL)
		.withConfiguration(AutoConfigurations.of(BedrockRuntimeObservationAutoConfiguration.class,
				ObservationAutoConfiguration.class, MicrometerTracingAutoConfiguration.class,
				OpenTelemetrySdkAutoConfiguration.class, OpenTelemetryTracingAutoConfiguration.class,
				WebClientObservationAutoConfiguration.class))
		.withBean(SimpleSpanProcessor.class, () -> (SimpleSpanProcessor) SimpleSpanProcessor.create(this.exporter))
		.withPropertyValues("management.tracing.sampling.probability=1.0",
				"bedrock.runtime.region=" + emulator.region(), "bedrock.runtime.endpoint=" + emulator.endpoint(),
				"bedrock.runtime.credentials.access-key=" + emulator.accessKeyId(),
				"bedrock.runtime.credentials.secret-key=" + emulator.secretAccessKey(),
				"bedrock.runtime.default-model=" + MODEL);

	@BeforeAll
	static void start() {
		emulator = BedrockRuntimeEmulator.builder().region("eu-central-1").tokensPerSecond(0).start();
	}

	@AfterAll
	static void stop() {
		emulator.close();
	}

	@BeforeEach
	void reset() {
		emulator.reset();
	}

	@AfterEach
	void restore() {
		Hooks.disableAutomaticContextPropagation();
		MDC.clear();
	}

	private void run(ContextConsumer<AssertableApplicationContext> consumer) {
		this.contextRunner.run(consumer);
	}

	private List<SpanData> spans(String name) {
		return this.exporter.getFinishedSpanItems().stream().filter((span) -> span.getName().equals(name)).toList();
	}

	/**
	 * The spans of HTTP requests, which end only after the caller has received the
	 * response.
	 */
	private List<SpanData> httpSpans(int number) {
		await().atMost(WAIT).until(() -> spans("http post").size() >= number);
		return spans("http post");
	}

	private SpanData call() {
		List<SpanData> calls = this.exporter.getFinishedSpanItems()
			.stream()
			.filter((span) -> span.getAttributes().get(AttributeKey.stringKey("bedrock.operation")) != null)
			.toList();
		assertThat(calls).hasSize(1);
		return calls.get(0);
	}

	private static Object attribute(SpanData span, String name) {
		return span.getAttributes()
			.asMap()
			.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().getKey().equals(name))
			.map(Map.Entry::getValue)
			.findAny()
			.orElse(null);
	}

	static Stream<Arguments> callers() {
		return Stream.of("limited", "auto")
			.flatMap((mode) -> Stream.of(arguments(mode, "blocking", caller((client, parent) -> {
				Observation.Scope scope = parent.openScope();
				new BedrockRuntimeTemplate(client).converse("Hello");
				scope.close();
			})), arguments(mode, "blocking stream", caller((client, parent) -> {
				Observation.Scope scope = parent.openScope();
				try (EventStream<ConverseStreamOutput> events = new BedrockRuntimeTemplate(client)
					.converseStream("Hello")) {
					assertThat(events.stream()).isNotEmpty();
				}
				scope.close();
			})), arguments(mode, "reactive",
					caller((client, parent) -> client.converse("Hello")
						.contextWrite((context) -> context.put(ObservationThreadLocalAccessor.KEY, parent))
						.block(WAIT))),
					arguments(mode, "elastic", caller((client, parent) -> {
						Observation.Scope scope = parent.openScope();
						Mono.defer(() -> client.converse("Hello"))
							.subscribeOn(Schedulers.boundedElastic())
							.contextCapture()
							.block(WAIT);
						scope.close();
					})), arguments(mode, "reactive with another span on the thread", caller((client, parent) -> {
						ObservationRegistry registry = parent.getObservationRegistry();
						Observation.createNotStarted("other", registry)
							.observe(() -> client.converse("Hello")
								.contextWrite((context) -> context.put(ObservationThreadLocalAccessor.KEY, parent))
								.block(WAIT));
					}))));
	}

	private static BiConsumer<ReactiveBedrockRuntimeTemplate, Observation> caller(
			BiConsumer<ReactiveBedrockRuntimeTemplate, Observation> caller) {
		return caller;
	}

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("callers")
	void whenFirstAttemptIsThrottledThenBothAreChildrenOfTheCallAndThatOfItsCaller(String mode, String kind,
			BiConsumer<ReactiveBedrockRuntimeTemplate, Observation> caller) {
		if (mode.equals("auto")) {
			Hooks.enableAutomaticContextPropagation();
		}
		emulator.script().add(ScriptEntry.of(new Reply.Error(429, "ThrottlingException", "slow")).times(1));
		run((context) -> {
			Observation parent = Observation.start("caller", context.getBean(ObservationRegistry.class));
			caller.accept(context.getBean(ReactiveBedrockRuntimeTemplate.class), parent);
			parent.stop();
			SpanData call = call();
			assertThat(httpSpans(2)).extracting(SpanData::getParentSpanId)
				.containsExactly(call.getSpanId(), call.getSpanId());
			assertThat(call.getParentSpanId()).isEqualTo(spans("caller").get(0).getSpanId());
			assertThat(attribute(call, "error.type")).isEqualTo("none");
			assertThat(attribute(call, "bedrock.attempts")).isEqualTo(2L);
			assertThat(emulator.requests())
				.extracting((request) -> request.header("traceparent").substring(0, SPAN_IN_TRACEPARENT))
				.containsExactlyElementsOf(httpSpans(2).stream()
					.map((span) -> "00-" + call.getTraceId() + "-" + span.getSpanId())
					.toList());
		});
	}

	@Test
	void whenCallSucceedsThenSpanHasTypedAttributes() {
		run((context) -> {
			context.getBean(BedrockRuntimeTemplate.class)
				.converse((request) -> request.user("Hello")
					.inferenceConfig(InferenceConfiguration.defaults()
						.withMaxTokens(100)
						.withTemperature(0.2F)
						.withStopSequences("END")));
			SpanData call = call();
			assertThat(call.getName()).isEqualTo("chat " + MODEL);
			assertThat(call.getKind()).isEqualTo(SpanKind.CLIENT);
			assertThat(attribute(call, "gen_ai.request.max_tokens")).isEqualTo(100L);
			assertThat(attribute(call, "gen_ai.request.temperature")).isEqualTo(0.2);
			assertThat(attribute(call, "gen_ai.request.stop_sequences")).isEqualTo(List.of("END"));
			assertThat(attribute(call, "gen_ai.request.stream")).isNull();
			assertThat(attribute(call, "gen_ai.response.finish_reasons")).isInstanceOf(List.class);
			assertThat((Long) attribute(call, "gen_ai.usage.input_tokens")).isPositive();
			assertThat((Long) attribute(call, "gen_ai.usage.output_tokens")).isPositive();
			assertThat(attribute(call, "server.port")).isEqualTo((long) emulator.endpoint().getPort());
			assertThat(attribute(call, "bedrock.server.latency_ms")).isInstanceOf(Long.class);
			assertThat((String) attribute(call, "aws.request_id")).isNotEmpty();
			assertThat(attribute(call, "cloud.region")).isEqualTo("eu-central-1");
			assertThat(attribute(call, "peer.service")).isEqualTo("bedrock-runtime");
			SpanData http = httpSpans(1).get(0);
			assertThat(attribute(http, "uri")).isEqualTo("/model/{modelId}/converse");
			assertThat(attribute(http, "client.name")).isEqualTo(emulator.endpoint().getHost());
		});
	}

	@Test
	void whenStreamSucceedsThenSpanHasTimeToFirstChunk() {
		run((context) -> {
			context.getBean(ReactiveBedrockRuntimeTemplate.class).converseStream("Hello").blockLast(WAIT);
			assertThat(attribute(call(), "gen_ai.request.stream")).isEqualTo(true);
			assertThat((Double) attribute(call(), "gen_ai.response.time_to_first_chunk")).isPositive();
		});
	}

	@Test
	void whenExceptionComesInTheStreamThenSpanIsAnErrorWhileTheHttpRequestIsNot() {
		emulator.script()
			.add(ScriptEntry.of(new Fault.ExceptionAfterEvents(3, "throttlingException", "{\"message\":\"slow\"}")));
		run((context) -> {
			ReactiveBedrockRuntimeTemplate client = context.getBean(ReactiveBedrockRuntimeTemplate.class);
			assertThatExceptionOfType(ThrottlingException.class)
				.isThrownBy(() -> client.converseStream("Hello").blockLast(WAIT))
				.satisfies((failure) -> assertThat(attribute(call(), "aws.request_id")).isNotNull()
					.isEqualTo(failure.requestId()));
			assertThat(call().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
			assertThat(attribute(call(), "error.type")).isEqualTo("ThrottlingException");
			assertThat(attribute(call(), "gen_ai.response.finish_reasons")).isEqualTo(List.of("error"));
			assertThat(attribute(httpSpans(1).get(0), "status")).isEqualTo("200");
		});
	}

	@Test
	void whenStreamIsCancelledThenSpanIsCancelledAndHasNoError() {
		run((context) -> {
			context.getBean(ReactiveBedrockRuntimeTemplate.class).converseStream("Hello").take(2).blockLast(WAIT);
			assertThat(attribute(call(), "error.type")).isEqualTo("cancelled");
			assertThat(attribute(call(), "gen_ai.response.finish_reasons")).isEqualTo(List.of("error"));
			assertThat(call().getStatus().getStatusCode()).isNotEqualTo(StatusCode.ERROR);
		});
	}

	@Test
	void whenTraceHeadersAreNotPropagatedThenRequestsHaveNone() {
		this.contextRunner
			.withPropertyValues("bedrock.runtime.observations.propagate-trace-headers=false",
					"management.tracing.propagation.type=w3c,b3_multi")
			.run((context) -> {
				context.getBean(BedrockRuntimeTemplate.class).converse("Hello");
				RecordedRequest request = emulator.requests().get(0);
				assertThat(request.headers().stream().map((header) -> header.name().toLowerCase(Locale.ROOT)))
					.doesNotContain("traceparent", "x-b3-traceid", "x-b3-spanid")
					.contains("authorization");
				assertThat(httpSpans(1)).hasSize(1);
			});
	}

	@Test
	void whenModelHasAnAliasThenMetricsHaveItAndTheSpanTheModel() {
		this.contextRunner
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("aliases",
						Map.of("bedrock.runtime.observations.model-aliases.[" + MODEL + "]", "sonnet"))))
			.run((context) -> {
				context.getBean(BedrockRuntimeTemplate.class).converse("Hello");
				assertThat(call().getName()).isEqualTo("chat sonnet");
				assertThat(attribute(call(), "gen_ai.request.model")).isEqualTo(MODEL);
			});
	}

	@Test
	void whenContentIsNotEnabledThenItIsNotRecorded(CapturedOutput output) {
		Logger logger = (Logger) LoggerFactory.getLogger("io.bedrockruntime");
		Level level = logger.getLevel();
		logger.setLevel(Level.DEBUG);
		try {
			emulator.script().add(ScriptEntry.of(new Reply.Text("canary-answer")));
			run((context) -> {
				context.getBean(BedrockRuntimeTemplate.class)
					.converse((request) -> request.system("canary-system").user("canary-text"));
				assertThat(this.exporter.getFinishedSpanItems().toString()).doesNotContain("canary");
				assertThat(output.getAll()).doesNotContain("canary");
			});
		}
		finally {
			logger.setLevel(level);
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void whenContentGoesToSpansThenFilterHasSeenItFirst(boolean streaming, CapturedOutput output) {
		emulator.script().add(ScriptEntry.of(new Reply.Text("The answer is secret-2")));
		this.contextRunner.withPropertyValues("bedrock.runtime.observations.content=spans")
			.withBean(BedrockRuntimeContentFilter.class, () -> (text) -> text.replaceAll("secret-\\d", "***"))
			.run((context) -> {
				BedrockRuntimeTemplate client = context.getBean(BedrockRuntimeTemplate.class);
				if (streaming) {
					client.aggregateConverseStream((request) -> request.system("Be brief.").user("Tell secret-1"),
							(event) -> {
							});
				}
				else {
					client.converse((request) -> request.system("Be brief.").user("Tell secret-1"));
				}
				SpanData call = call();
				assertThat((String) attribute(call, "gen_ai.system_instructions"))
					.isEqualTo("[{\"type\":\"text\",\"content\":\"Be brief.\"}]");
				assertThat((String) attribute(call, "gen_ai.input.messages"))
					.isEqualTo("[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"Tell ***\"}]}]");
				assertThat((String) attribute(call, "gen_ai.output.messages")).isEqualTo(
						"[{\"role\":\"assistant\",\"parts\":[{\"type\":\"text\",\"content\":\"The answer is ***\"}],"
								+ "\"finish_reason\":\"end_turn\"}]");
				assertThat(output.getAll()).contains("is recorded in the attributes of spans").doesNotContain("Tell");
			});
	}

	@Test
	void whenContentIsLoggedThenSpansHaveNoContent(CapturedOutput output) {
		emulator.script().add(ScriptEntry.of(new Reply.Text("The answer")));
		Logger logger = (Logger) LoggerFactory.getLogger("io.bedrockruntime.autoconfigure.LoggedContent");
		ListAppender<ILoggingEvent> log = new ListAppender<>();
		log.start();
		logger.addAppender(log);
		// Otherwise the check of the log for leaks would find it.
		logger.setAdditive(false);
		try {
			this.contextRunner.withPropertyValues("bedrock.runtime.observations.content=logs").run((context) -> {
				context.getBean(BedrockRuntimeTemplate.class).converse("The question");
				assertThat(log.list).singleElement()
					.extracting(ILoggingEvent::getFormattedMessage)
					.asString()
					.startsWith("Converse requestId=" + attribute(call(), "aws.request_id"))
					.contains("The question", "The answer");
				assertThat(output.getAll()).contains("is recorded in the log");
				assertThat(this.exporter.getFinishedSpanItems().toString()).doesNotContain("The question",
						"The answer");
			});
		}
		finally {
			logger.setAdditive(true);
			logger.detachAppender(log);
		}
	}

	@Test
	void whenFilterThrowsThenContentIsLeftOutAndCallSucceeds(CapturedOutput output) {
		this.contextRunner.withPropertyValues("bedrock.runtime.observations.content=spans")
			.withBean(BedrockRuntimeContentFilter.class, () -> (text) -> {
				throw new IllegalStateException("cannot filter " + text);
			})
			.run((context) -> {
				assertThat(context.getBean(BedrockRuntimeTemplate.class).converse("canary").text()).isNotEmpty();
				assertThat(call().getAttributes().toString()).doesNotContain("canary", "gen_ai.input.messages");
				assertThat(output.getAll()).contains("IllegalStateException").doesNotContain("canary");
			});
	}

	@Test
	void whenTraceIdIsWantedThenMetadataJoinsTheInvocationLogToTheTrace() {
		this.contextRunner
			.withPropertyValues("bedrock.runtime.request-metadata.trace-id=true",
					"bedrock.runtime.request-metadata.values.app=shop",
					"bedrock.runtime.request-metadata.from-context=tenant,user")
			.run((context) -> {
				MDC.put("tenant", "t-1");
				MDC.put("user", "of the thread");
				context.getBean(ReactiveBedrockRuntimeTemplate.class)
					.converse((request) -> request.user("Hello").requestMetadata(Map.of("own", "o")))
					.contextWrite((view) -> view.put("user", "u-1"))
					.block(WAIT);
				String body = new String(emulator.requests().get(0).body(), StandardCharsets.UTF_8);
				Map<?, ?> metadata = (Map<?, ?>) JsonMapper.shared().readValue(body, Map.class).get("requestMetadata");
				assertThat(metadata.entrySet().stream().map(Object::toString)).containsExactlyInAnyOrder("own=o",
						"app=shop", "tenant=t-1", "user=u-1", "traceId=" + call().getTraceId());
			});
	}

	@Test
	void whenErrorIsOfTheServiceThenSpanAndExceptionHaveItsRequestId() {
		emulator.script().add(ScriptEntry.of(new Reply.Error(403, "AccessDeniedException", "no")).always());
		run((context) -> {
			assertThatExceptionOfType(AccessDeniedException.class)
				.isThrownBy(() -> context.getBean(BedrockRuntimeTemplate.class).converse("Hello"))
				.satisfies((failure) -> assertThat(attribute(call(), "aws.request_id")).isNotNull()
					.isEqualTo(failure.requestId()));
			assertThat(call().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
		});
	}

}
