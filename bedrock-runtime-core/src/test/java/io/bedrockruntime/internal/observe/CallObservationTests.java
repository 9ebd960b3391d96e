package io.bedrockruntime.internal.observe;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.event.RetryEvent;
import io.bedrockruntime.exception.ConnectionFailedException;
import io.bedrockruntime.exception.ValidationException;
import io.bedrockruntime.internal.operation.Operations;
import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.asyncinvoke.AsyncInvokeOutputDataConfig;
import io.bedrockruntime.model.asyncinvoke.AsyncInvokeS3OutputDataConfig;
import io.bedrockruntime.model.asyncinvoke.GetAsyncInvokeRequest;
import io.bedrockruntime.model.asyncinvoke.StartAsyncInvokeRequest;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.InferenceConfiguration;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.model.guardrail.ApplyGuardrailRequest;
import io.bedrockruntime.model.guardrail.GuardrailContentBlock;
import io.bedrockruntime.model.guardrail.GuardrailContentSource;
import io.bedrockruntime.model.invoke.InvokeModelRequest;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamRequest;
import io.bedrockruntime.model.invoke.InvokeModelWithResponseStreamRequest;
import io.bedrockruntime.observation.BedrockRuntimeObservationContext;
import io.bedrockruntime.observation.DefaultBedrockRuntimeObservationConvention;
import io.bedrockruntime.observation.ObservedUsage;
import io.bedrockruntime.settings.FailoverSettings;
import io.bedrockruntime.settings.FailoverTarget;
import io.bedrockruntime.settings.RetrySettings;
import io.bedrockruntime.testserver.RawServer;
import io.bedrockruntime.testserver.Responses;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.util.context.Context;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import tools.jackson.databind.node.JsonNodeFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the observation of unary calls.
 */
class CallObservationTests {

	private static final Duration WAIT = Duration.ofSeconds(20);

	private static final ConverseRequest REQUEST = ConverseRequest.of("model", "text");

	private static final String THROTTLED = "HTTP/1.1 429 \r\ncontent-length: 0\r\n"
			+ "x-amzn-errortype: ThrottlingException\r\nx-amzn-requestid: r-0\r\n\r\n";

	private static final String INVALID = "HTTP/1.1 400 \r\ncontent-length: 0\r\n"
			+ "x-amzn-errortype: ValidationException\r\n\r\n";

	private final List<RetryEvent> retries = new ArrayList<>();

	private final ObservedClient client = new ObservedClient((builder) -> builder.addRetryListener(this.retries::add));

	@AfterEach
	void close() {
		this.client.close();
	}

	private void respond(String... responses) {
		AtomicInteger next = new AtomicInteger();
		this.client.server()
			.respond((peer) -> peer.write(responses[Math.min(next.getAndIncrement(), responses.length - 1)]));
	}

	@Test
	void whenConverseSucceedsThenResponseIsDescribed() {
		String response = Responses.CONVERSE_RESPONSE.replace("\"totalTokens\":3",
				"\"totalTokens\":3,\"cacheReadInputTokens\":10,\"cacheWriteInputTokens\":100,"
						+ "\"cacheDetails\":[{\"ttl\":\"5m\",\"inputTokens\":60},{\"ttl\":\"1h\",\"inputTokens\":40}]");
		respond(Responses.ok(response).replace("content-type", "x-amzn-requestid: r-1\r\ncontent-type"));
		this.client.operations()
			.converse((request) -> request.modelId("arn:aws:bedrock:eu-central-1:123456789012:inference-profile/m-1")
				.user("text")
				.inferenceConfig(InferenceConfiguration.defaults().withMaxTokens(7)))
			.block(WAIT);
		BedrockRuntimeObservationContext call = this.client.call();
		assertThat(call.usage().inputTokens()).isEqualTo(111);
		assertThat(call.usage().cacheReadInputTokens()).isEqualTo(10);
		assertThat(call.usage().cacheWriteInputTokens()).isEqualTo(100);
		assertThat(call.usage().cacheWriteInputTokensByTtl()).containsOnly(entry("5m", 60L), entry("1h", 40L));
		assertThat(call.usage().outputTokens()).isEqualTo(2);
		assertThat(call.stopReason()).isEqualTo("end_turn");
		assertThat(call.serverLatency()).isEqualTo(Duration.ofMillis(4));
		assertThat(call.parameters().maxTokens()).isEqualTo(7);
		assertThat(call.isStreaming()).isFalse();
		assertThat(call.timeToFirstChunk()).isNull();
		assertThat(call.errorType()).isNull();
		TestObservationRegistryAssert.assertThat(this.client.registry())
			.hasObservationWithNameEqualTo("gen_ai.client.operation.duration")
			.that()
			.hasBeenStarted()
			.hasBeenStopped()
			.hasContextualNameEqualTo("chat m-1")
			.hasLowCardinalityKeyValue("gen_ai.request.model", "m-1")
			.hasLowCardinalityKeyValue("gen_ai.response.model", "none")
			.hasLowCardinalityKeyValue("error.type", "none")
			.hasLowCardinalityKeyValue("server.address", "127.0.0.1")
			.hasHighCardinalityKeyValue("gen_ai.request.model",
					"arn:aws:bedrock:eu-central-1:123456789012:inference-profile/m-1")
			.hasHighCardinalityKeyValue("aws.request_id", "r-1")
			.hasHighCardinalityKeyValue("cloud.region", "eu-central-1");
	}

	@Test
	void whenInvokeModelSucceedsThenUsageIsThatOfTheHeaders() {
		respond("HTTP/1.1 200 \r\ncontent-type: application/json\r\nx-amzn-bedrock-input-token-count: 5\r\n"
				+ "x-amzn-bedrock-output-token-count: 6\r\nx-amzn-bedrock-cache-read-input-token-count: 7\r\n"
				+ "x-amzn-bedrock-invocation-latency: 8\r\ncontent-length: 2\r\n\r\n{}");
		this.client.operations().invokeModel(invoke("amazon.titan-embed-text-v2:0")).block(WAIT);
		BedrockRuntimeObservationContext call = this.client.call();
		assertThat(call.usage()).isEqualTo(ObservedUsage.of(5, 6, 7, 0, Map.of()));
		assertThat(call.serverLatency()).isEqualTo(Duration.ofMillis(8));
		assertThat(call.stopReason()).isNull();
		assertThat(call.getContextualName()).isEqualTo("embeddings amazon.titan-embed-text-v2:0");
	}

	@Test
	void whenRetrySucceedsThenBothAttemptsAreOfOneCallThatSucceeded() {
		respond(THROTTLED, Responses.ok(Responses.CONVERSE_RESPONSE));
		this.client.blocking().converse(REQUEST);
		BedrockRuntimeObservationContext call = this.client.call();
		assertThat(call.attempts()).isEqualTo(2);
		assertThat(call.retries()).isEqualTo(1);
		assertThat(call.getLowCardinalityKeyValue("error.type").getValue()).isEqualTo("none");
		assertThat(this.client.httpRequests()).hasSize(2).allMatch((request) -> request.isPartOf(call));
		assertThat(this.retries).singleElement().satisfies((event) -> {
			assertThat(event.operation()).isEqualTo("Converse");
			assertThat(event.target().modelId()).isEqualTo("model");
			assertThat(event.attempt()).isEqualTo(1);
			assertThat(event.errorType()).isEqualTo("ThrottlingException");
		});
	}

	@Test
	void whenRetriesAreUsedUpThenErrorIsThatOfTheLastAttempt() {
		respond(THROTTLED);
		StepVerifier.create(this.client.operations().converse(REQUEST))
			.expectErrorSatisfies((ex) -> assertThat(this.client.call().getError()).isSameAs(ex))
			.verify(WAIT);
		assertThat(this.client.call().errorType()).isEqualTo("ThrottlingException");
		assertThat(this.client.call().retries()).isEqualTo(2);
		assertThat(this.client.call().response().requestId()).isEqualTo("r-0");
		assertThat(this.retries).extracting(RetryEvent::attempt).containsExactly(1, 2);
	}

	@Test
	void whenRetryListenerThrowsThenCallContinues() {
		try (ObservedClient client = new ObservedClient((builder) -> builder.addRetryListener((event) -> {
			throw new IllegalStateException("listener");
		}))) {
			AtomicInteger next = new AtomicInteger();
			client.server()
				.respond((peer) -> peer
					.write((next.getAndIncrement() == 0) ? THROTTLED : Responses.ok(Responses.CONVERSE_RESPONSE)));
			assertThat(client.blocking().converse(REQUEST).stopReason().value()).isEqualTo("end_turn");
		}
	}

	@Test
	void whenCallFailsOverThenItIsOneCallToTheLastTarget() {
		try (RawServer other = new RawServer().respond(Responses.ok(Responses.CONVERSE_RESPONSE));
				ObservedClient client = new ObservedClient((builder) -> builder.retries(RetrySettings.none())
					.failover(FailoverSettings.to(FailoverTarget.model("model", "other")
						.withRegion("eu-west-1")
						.withEndpoint(URI.create("http://localhost:" + other.port())))))) {
			client.server().respond(THROTTLED);
			client.operations().converse(REQUEST).block(WAIT);
			BedrockRuntimeObservationContext call = client.call();
			assertThat(call.region()).isEqualTo("eu-west-1");
			assertThat(call.requestModel()).isEqualTo("model");
			assertThat(call.responseModel()).isEqualTo("other");
			assertThat(call.attempts()).isEqualTo(2);
			assertThat(call.retries()).isZero();
			assertThat(call.getLowCardinalityKeyValue("server.address").getValue()).isEqualTo("localhost");
			assertThat(client.httpRequests()).hasSize(2).allMatch((request) -> request.isPartOf(call));
		}
	}

	private static InvokeModelRequest invoke(String model) {
		return InvokeModelRequest.builder().modelId(model).body(Blob.ofUtf8("{}")).build();
	}

	private static Stream<ObservedOperation> calls() {
		InvokeModelRequest invoke = invoke("model");
		return Stream.of(new ObservedOperation("chat Converse", (client) -> client.converse(REQUEST)),
				new ObservedOperation("chat ConverseStream",
						(client) -> client.converseStream(ConverseStreamRequest.of("model", "text"))),
				new ObservedOperation("chat InvokeModel", (client) -> client.invokeModel(invoke)),
				new ObservedOperation("chat InvokeModelWithResponseStream",
						(client) -> client
							.invokeModelWithResponseStream(InvokeModelWithResponseStreamRequest.from(invoke))),
				new ObservedOperation("count_tokens CountTokens", (client) -> client.countTokens(REQUEST)),
				new ObservedOperation("apply_guardrail ApplyGuardrail",
						(client) -> client.applyGuardrail(ApplyGuardrailRequest.of("g", "1",
								GuardrailContentSource.INPUT, List.of(GuardrailContentBlock.text("text"))))),
				new ObservedOperation("start_async_invoke StartAsyncInvoke",
						(client) -> client
							.startAsyncInvoke(StartAsyncInvokeRequest.of("model", JsonNodeFactory.instance.objectNode(),
									AsyncInvokeOutputDataConfig
										.s3OutputDataConfig(AsyncInvokeS3OutputDataConfig.of("s3://bucket"))))),
				new ObservedOperation("get_async_invoke GetAsyncInvoke",
						(client) -> client.getAsyncInvoke(new GetAsyncInvokeRequest("arn"))),
				new ObservedOperation("list_async_invokes ListAsyncInvokes",
						(client) -> client.listAllAsyncInvokes((request) -> {
						})));
	}

	@ParameterizedTest
	@MethodSource("calls")
	void shouldObserveEachOperation(ObservedOperation call) {
		respond(INVALID);
		StepVerifier.create(Flux.from(call.call().apply(this.client.operations())))
			.expectError(ValidationException.class)
			.verify(WAIT);
		KeyValues keyValues = this.client.call().getLowCardinalityKeyValues();
		assertThat(value(keyValues, "gen_ai.operation.name") + " " + value(keyValues, "bedrock.operation"))
			.isEqualTo(call.names());
		assertThat(value(keyValues, "error.type")).isEqualTo("ValidationException");
		assertThat(keyValues.stream().map(KeyValue::getKey)).containsExactly("bedrock.operation", "error.type",
				"gen_ai.operation.name", "gen_ai.provider.name", "gen_ai.request.model", "gen_ai.response.model",
				"server.address");
	}

	private static String value(KeyValues keyValues, String key) {
		return keyValues.stream().filter((entry) -> entry.getKey().equals(key)).findAny().orElseThrow().getValue();
	}

	@Test
	void whenSessionHasNoConnectionThenItIsOneFailedCall() {
		try (ObservedClient client = new ObservedClient((builder) -> builder.endpoint(URI.create("http://127.0.0.1:1"))
			.apiKeyProvider(null)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret"))))) {
			StepVerifier
				.create(client.operations()
					.invokeModelWithBidirectionalStream(new InvokeModelWithBidirectionalStreamRequest("sonic"),
							Flux.never()))
				.expectError(ConnectionFailedException.class)
				.verify(WAIT);
			assertThat(client.call().errorType()).isEqualTo("connection_failed");
			assertThat(client.call().isStreaming()).isTrue();
		}
	}

	@Test
	void whenCallerIsObservedThenCallIsPartOfThat() {
		respond(Responses.ok(Responses.CONVERSE_RESPONSE));
		Observation caller = Observation.start("caller", this.client.registry());
		this.client.operations()
			.converse(REQUEST)
			.contextWrite((context) -> context.put(ObservationThreadLocalAccessor.KEY, caller))
			.block(WAIT);
		caller.scoped(() -> this.client.blocking().converse(REQUEST));
		caller.scoped(() -> this.client.operations()
			.converse(REQUEST)
			.subscribeOn(Schedulers.boundedElastic())
			.contextCapture()
			.block(WAIT));
		caller.scoped(() -> this.client.blocking().converseStream(ConverseStreamRequest.of("model", "text")).close());
		// Whether closed or failed, the last observation may end on another thread.
		await().atMost(WAIT).until(() -> this.client.calls().size() == 4);
		assertThat(this.client.calls())
			.allMatch((call) -> call.getParentObservation().getContextView() == caller.getContextView());
	}

	@Test
	void whenBlockingCallerAwaitsAnInvocationThenEachPollIsACallAndPartOfWhatItObserves() {
		String invocation = "{\"invocationArn\":\"arn\",\"modelArn\":\"m\",\"status\":\"%s\","
				+ "\"submitTime\":\"2026-01-01T00:00:00Z\",\"outputDataConfig\":"
				+ "{\"s3OutputDataConfig\":{\"s3Uri\":\"s3://bucket\"}}}";
		respond(Responses.ok(invocation.formatted("InProgress")), Responses.ok(invocation.formatted("Completed")));
		Observation caller = Observation.start("caller", this.client.registry());
		caller.scoped(() -> this.client.blocking().awaitAsyncInvoke("arn", WAIT));
		assertThat(this.client.calls()).hasSize(2)
			.allMatch((call) -> call.getParentObservation().getContextView() == caller.getContextView());
	}

	@Test
	void whenObservationHandlerThrowsThenCallSucceeds() {
		respond(Responses.ok(Responses.CONVERSE_RESPONSE));
		this.client.registry().observationConfig().observationHandler(new ObservationHandler<Observation.Context>() {

			@Override
			public boolean supportsContext(Observation.Context context) {
				return context instanceof BedrockRuntimeObservationContext;
			}

			@Override
			public void onStart(Observation.Context context) {
				throw new IllegalStateException("start");
			}

			@Override
			public void onScopeOpened(Observation.Context context) {
				throw new IllegalStateException("scope");
			}

			@Override
			public void onStop(Observation.Context context) {
				throw new IllegalStateException("stop");
			}

		});
		assertThat(this.client.blocking().converse(REQUEST).stopReason().value()).isEqualTo("end_turn");
		// Micrometer leaves the scope on the thread whose handler threw.
		this.client.registry().setCurrentObservationScope(null);
		this.client.registry().observationConfig().observationPredicate((name, context) -> {
			if (context instanceof BedrockRuntimeObservationContext) {
				throw new IllegalStateException("predicate");
			}
			return true;
		});
		assertThat(this.client.blocking().converse(REQUEST).stopReason().value()).isEqualTo("end_turn");
	}

	@Test
	void whenObservationIsDisabledThenNothingIsCreated() {
		Logger logger = (Logger) LoggerFactory.getLogger(CallLog.class);
		Level level = logger.getLevel();
		logger.setLevel(Level.INFO);
		try {
			ObservationRegistry registry = ObservationRegistry.create();
			for (ObservationRegistry noop : List.of(ObservationRegistry.NOOP, registry)) {
				CallInstrumentation observations = new CallInstrumentation(noop, null);
				Supplier<BedrockRuntimeObservationContext> description = () -> new BedrockRuntimeObservationContext(
						Operations.CONVERSE.observed(), "model", REQUEST, "r", URI.create("http://h"));
				assertThat(observations.start(description, Context.empty())).isNull();
				registry.observationConfig().observationHandler((context) -> true);
				registry.observationConfig().observationPredicate((name, context) -> !name.startsWith("gen_ai"));
			}
		}
		finally {
			logger.setLevel(level);
		}
	}

	@Test
	void whenConventionIsSetThenItWins() {
		try (ObservedClient client = new ObservedClient(
				(builder) -> builder.observationConvention(new DefaultBedrockRuntimeObservationConvention() {

					@Override
					public String getName() {
						return "mine";
					}

				}))) {
			client.server().respond(INVALID);
			assertThatExceptionOfType(ValidationException.class).isThrownBy(() -> client.blocking().converse(REQUEST));
			assertThat(client.call().getName()).isEqualTo("mine");
		}
	}

	@Test
	void whenCallIsMadeThenTelemetryHasNoContent() {
		respond(Responses.ok(Responses.CONVERSE_RESPONSE.replace("\"Hi\"", "\"canary-response\"")));
		this.client.operations()
			.converse((request) -> request.modelId("model")
				.system("canary-system")
				.user("canary-text")
				.inferenceConfig(InferenceConfiguration.defaults().withStopSequences("canary-stop"))
				.requestMetadata(Map.of("key", "canary-metadata")))
			.block(WAIT);
		assertThat(this.client.call().toString()).doesNotContain("canary");
		assertThat(this.client.call().getAllKeyValues().toString()).doesNotContain("canary");
		assertThat(this.client.call().parameters().toString()).doesNotContain("canary");
	}

	private record ObservedOperation(String names, Function<ReactiveBedrockRuntimeTemplate, Publisher<?>> call) {

		@Override
		public String toString() {
			return this.names;
		}

	}

}
