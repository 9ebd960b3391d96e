package io.bedrockruntime.internal.call;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.bedrockruntime.BedrockRuntimeBuilder;
import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.event.FailoverEvent;
import io.bedrockruntime.eventstream.EventStreamEncoder;
import io.bedrockruntime.eventstream.EventStreamMessage;
import io.bedrockruntime.exception.AccessDeniedException;
import io.bedrockruntime.exception.CallTimeoutException;
import io.bedrockruntime.exception.ModelErrorException;
import io.bedrockruntime.exception.ServiceUnavailableException;
import io.bedrockruntime.exception.ThrottlingException;
import io.bedrockruntime.exception.ValidationException;
import io.bedrockruntime.internal.operation.CountTokensInputs;
import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.model.ResponseMetadata.Target;
import io.bedrockruntime.model.asyncinvoke.GetAsyncInvokeRequest;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.ConverseResponse;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.model.counttokens.CountTokensInput;
import io.bedrockruntime.model.counttokens.CountTokensRequest;
import io.bedrockruntime.model.guardrail.GuardrailConfiguration;
import io.bedrockruntime.model.guardrail.GuardrailStreamConfiguration;
import io.bedrockruntime.model.guardrailchecks.GuardrailChecksConfig;
import io.bedrockruntime.model.guardrailchecks.InvokeGuardrailChecksRequest;
import io.bedrockruntime.model.invoke.InvokeModelRequest;
import io.bedrockruntime.model.invoke.InvokeModelWithResponseStreamRequest;
import io.bedrockruntime.settings.FailoverSettings;
import io.bedrockruntime.settings.FailoverTarget;
import io.bedrockruntime.settings.RetrySettings;
import io.bedrockruntime.settings.Timeouts;
import io.bedrockruntime.testserver.DeadPort;
import io.bedrockruntime.testserver.RawServer;
import io.bedrockruntime.testserver.Responses;
import io.bedrockruntime.testserver.SignatureCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link FailoverSettings}, with a bare socket for each target.
 */
class FailoverTests {

	private static final Duration WAIT = Duration.ofSeconds(20);

	private static final String MODEL = "eu.model-1";

	private static final ConverseRequest REQUEST = ConverseRequest.of(MODEL, "text");

	private static final ConverseStreamRequest STREAM = ConverseStreamRequest.of(MODEL, "text");

	private final RawServer first = new RawServer().respond(error(429, "ThrottlingException"));

	private final RawServer second = new RawServer().respond(Responses.ok(Responses.CONVERSE_RESPONSE));

	private final RawServer third = new RawServer().respond(Responses.ok(Responses.CONVERSE_RESPONSE));

	private final List<FailoverEvent> events = new CopyOnWriteArrayList<>();

	private final List<ReactiveBedrockRuntimeTemplate> clients = new ArrayList<>();

	@AfterEach
	void close() {
		this.clients.forEach(ReactiveBedrockRuntimeTemplate::close);
		List.of(this.first, this.second, this.third).forEach(RawServer::close);
	}

	private static String error(int status, String code) {
		return "HTTP/1.1 %d \r\ncontent-length: 0\r\nx-amzn-errortype: %s\r\n\r\n".formatted(status, code);
	}

	private FailoverTarget toSecond() {
		return FailoverTarget.region("us-east-1").withEndpoint(this.second.endpoint());
	}

	private FailoverTarget toThird() {
		return FailoverTarget.region("ap-south-1").withEndpoint(this.third.endpoint());
	}

	private BedrockRuntimeBuilder builder(FailoverSettings failover) {
		return ReactiveBedrockRuntimeTemplate.builder()
			.region("eu-central-1")
			.endpoint(this.first.endpoint())
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("AKID", "secret")))
			.retries(RetrySettings.none())
			.failover(failover)
			.addFailoverListener(this.events::add);
	}

	private ReactiveBedrockRuntimeTemplate client(FailoverSettings failover) {
		return client(builder(failover));
	}

	private ReactiveBedrockRuntimeTemplate client(BedrockRuntimeBuilder builder) {
		ReactiveBedrockRuntimeTemplate client = builder.build();
		this.clients.add(client);
		return client;
	}

	private static Target target(ConverseResponse response) {
		ResponseMetadata metadata = response.responseMetadata();
		assertThat(metadata).isNotNull();
		return metadata.target();
	}

	@Test
	void whenThrottledThenTheNextRegionRespondsAndTheRequestIsSignedForIt() {
		ConverseResponse response = client(FailoverSettings.to(toSecond())).converse(REQUEST).block(WAIT);
		assertThat(response).isNotNull();
		assertThat(target(response)).isEqualTo(new Target("us-east-1", MODEL, 1));
		assertThat(response.responseMetadata().attempts()).isEqualTo(2);
		SignatureCheck.check(this.first.requests().get(0), "AKID", "secret", "eu-central-1");
		SignatureCheck.check(this.second.requests().get(0), "AKID", "secret", "us-east-1");
		assertThat(this.first.requests().get(0).body()).isEqualTo(this.second.requests().get(0).body());
		assertThat(this.events).singleElement().satisfies((event) -> {
			assertThat(event.operation()).isEqualTo("Converse");
			assertThat(event.from()).isEqualTo(new Target("eu-central-1", MODEL, 0));
			assertThat(event.to()).isEqualTo(new Target("us-east-1", MODEL, 1));
			assertThat(event.failure()).isInstanceOf(ThrottlingException.class);
		});
	}

	@Test
	void whenNothingIsConfiguredThenNothingFailsOver() {
		StepVerifier.create(client(FailoverSettings.none()).converse(REQUEST))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(ThrottlingException.class))
			.verify(WAIT);
		assertThat(this.events).isEmpty();
	}

	@Test
	void whenFirstTargetRespondsThenMetadataNamesIt() {
		this.first.respond(Responses.ok(Responses.CONVERSE_RESPONSE));
		ConverseResponse response = client(FailoverSettings.to(toSecond())).converse(REQUEST).block(WAIT);
		assertThat(target(response)).isEqualTo(new Target("eu-central-1", MODEL, 0));
		assertThat(this.second.requests()).isEmpty();
	}

	@Test
	void whenThereAreRetriesThenTheyAreUsedUpAtEachTarget() {
		this.second.respond(error(503, "ServiceUnavailableException"));
		ConverseResponse response = client(
				builder(FailoverSettings.to(toSecond(), toThird())).retries(RetrySettings.standard()))
			.converse(REQUEST)
			.block(WAIT);
		assertThat(this.first.requests()).hasSize(3);
		assertThat(this.second.requests()).extracting((request) -> request.header("amz-sdk-request"))
			.containsExactly("attempt=1; max=3", "attempt=2; max=3", "attempt=3; max=3");
		assertThat(target(response).failover()).isEqualTo(2);
		assertThat(response.responseMetadata().attempts()).isEqualTo(7);
	}

	@ParameterizedTest
	@CsvSource({ "503, ServiceUnavailableException, true", "500, InternalServerException, true",
			"429, ModelNotReadyException, true", "429, ThrottlingException, true", "502, '', true",
			"400, ValidationException, false", "403, AccessDeniedException, false", "424, ModelErrorException, false",
			"408, ModelTimeoutException, false", "404, ResourceNotFoundException, false",
			"400, ServiceQuotaExceededException, false", "403, ExpiredTokenException, false" })
	void shouldFailOverIfAnotherTargetMayServe(int status, String code, boolean failsOver) {
		this.first.respond(error(status, code));
		client(FailoverSettings.to(toSecond())).converse(REQUEST).onErrorComplete().block(WAIT);
		assertThat(this.second.requests()).hasSize(failsOver ? 1 : 0);
	}

	@Test
	void whenFirstTargetCannotBeReachedThenTheNextRespondsAndAllModelsSkipTheFirst() {
		try (DeadPort dead = new DeadPort()) {
			ReactiveBedrockRuntimeTemplate client = client(
					builder(FailoverSettings.to(toSecond())).endpoint(dead.endpoint()));
			assertThat(target(client.converse(REQUEST).block(WAIT)).failover()).isEqualTo(1);
			assertThat(target(client.converse(ConverseRequest.of("other", "text")).block(WAIT)).failover())
				.isEqualTo(1);
			assertThat(this.events).hasSize(1);
		}
	}

	@Test
	void whenModelWasThrottledThenOnlyItsRequestsSkipTheTarget() {
		ReactiveBedrockRuntimeTemplate client = client(FailoverSettings.to(toSecond()));
		client.converse(REQUEST).block(WAIT);
		client.converse(REQUEST).block(WAIT);
		assertThat(this.first.requests()).hasSize(1);
		client.converse(ConverseRequest.of("other", "text")).block(WAIT);
		assertThat(this.first.requests()).hasSize(2);
	}

	@Test
	void whenCoolDownIsOverThenTheFirstTargetIsTriedAgain() {
		ReactiveBedrockRuntimeTemplate client = client(FailoverSettings.to(toSecond()).withCoolDown(Duration.ZERO));
		client.converse(REQUEST).block(WAIT);
		client.converse(REQUEST).block(WAIT);
		assertThat(this.first.requests()).hasSize(2);
	}

	@Test
	void whenAllTargetsFailThenTheCallFailsAsAtTheFirst() {
		this.second.respond(error(403, "AccessDeniedException"));
		this.third.respond(error(503, "ServiceUnavailableException"));
		ReactiveBedrockRuntimeTemplate client = client(FailoverSettings.to(toSecond(), toThird()));
		StepVerifier.create(client.converse(REQUEST))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(ThrottlingException.class)
				.satisfies((failure) -> assertThat(failure.getSuppressed()).hasSize(2)
					.hasOnlyElementsOfTypes(AccessDeniedException.class, ServiceUnavailableException.class)))
			.verify(WAIT);
		// All targets are cooling down now, so all are tried.
		client.converse(REQUEST).onErrorComplete().block(WAIT);
		assertThat(this.first.requests()).hasSize(2);
		assertThat(this.third.requests()).hasSize(2);
	}

	@Test
	void whenFurtherTargetFailsBecauseOfTheRequestThenThatIsReported() {
		this.second.respond(error(424, "ModelErrorException"));
		StepVerifier.create(client(FailoverSettings.to(toSecond(), toThird())).converse(REQUEST))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(ModelErrorException.class)
				.satisfies((failure) -> assertThat(failure.getSuppressed())
					.hasOnlyElementsOfType(ThrottlingException.class)))
			.verify(WAIT);
		assertThat(this.third.requests()).isEmpty();
	}

	@Test
	void whenFirstTargetIsSkippedAndTheOtherRefusesThenTheFirstIsTried() {
		ReactiveBedrockRuntimeTemplate client = client(FailoverSettings.to(toSecond()));
		client.converse(REQUEST).block(WAIT);
		this.second.respond(error(400, "ValidationException"));
		this.first.respond(error(400, "ValidationException"));
		StepVerifier.create(client.converse(REQUEST)).expectError(ValidationException.class).verify(WAIT);
		assertThat(this.first.requests()).hasSize(2);
		this.first.respond(Responses.ok(Responses.CONVERSE_RESPONSE));
		assertThat(target(client.converse(REQUEST).block(WAIT)).failover()).isZero();
	}

	@Test
	void whenTargetHasItsOwnModelAndGuardrailThenRequestsNameThose() {
		FailoverTarget target = new FailoverTarget("eu.*", "us-east-1", this.second.endpoint(), "us.model-1", "gr-us",
				"7");
		ReactiveBedrockRuntimeTemplate client = client(FailoverSettings.to(target).withCoolDown(Duration.ZERO));
		ConverseResponse response = client
			.converse(ConverseRequest.builder(MODEL)
				.user("text")
				.guardrailConfig(new GuardrailConfiguration("gr-eu", "1", null))
				.build())
			.block(WAIT);
		assertThat(target(response)).isEqualTo(new Target("us-east-1", "us.model-1", 1));
		this.second.respond(Responses::completeStream);
		client
			.converseStream(ConverseStreamRequest.builder(MODEL)
				.user("text")
				.guardrailConfig(new GuardrailStreamConfiguration("gr-eu", "1", null, null))
				.build())
			.blockLast(WAIT);
		this.second.respond(Responses.ok("{}"));
		client.invokeModel(InvokeModelRequest.builder(MODEL).body("{}").guardrailIdentifier("gr-eu").build())
			.block(WAIT);
		assertThat(this.second.requests()).extracting(RawServer.Request::line)
			.containsExactly("POST /model/us.model-1/converse", "POST /model/us.model-1/converse-stream",
					"POST /model/us.model-1/invoke");
		assertThat(this.second.requests().subList(0, 2)).extracting((request) -> text(request.body()))
			.allSatisfy((body) -> assertThat(body).contains("gr-us", "\"7\"").doesNotContain("gr-eu"));
		assertThat(this.second.requests().get(2).header("x-amzn-bedrock-guardrailidentifier")).isEqualTo("gr-us");
		assertThat(this.first.requests()).hasSize(3)
			.extracting(RawServer.Request::line)
			.allMatch((line) -> line.contains("/model/eu.model-1/"));
	}

	private static String text(byte[] body) {
		return new String(body, StandardCharsets.UTF_8);
	}

	@Test
	void whenRequestHasNoGuardrailThenNoneIsAdded() {
		client(FailoverSettings.to(toSecond().withGuardrail("gr-us", "7"))).converse(REQUEST).block(WAIT);
		assertThat(text(this.second.requests().get(0).body())).doesNotContain("gr-us");
	}

	@Test
	void whenTargetIsForOtherModelsThenItIsNotTried() {
		FailoverTarget other = new FailoverTarget("us.*", "us-east-1", this.second.endpoint(), null, null, null);
		StepVerifier.create(client(FailoverSettings.to(other)).converse(REQUEST))
			.expectError(ThrottlingException.class)
			.verify(WAIT);
		assertThat(this.second.requests()).isEmpty();
	}

	@Test
	void whenOnlyTheModelDiffersThenTheSameRegionIsCalled() {
		this.first.respond((peer) -> peer.write(this.first.requests().size() == 1 ? error(429, "ThrottlingException")
				: Responses.ok(Responses.CONVERSE_RESPONSE)));
		ConverseResponse response = client(FailoverSettings.to(FailoverTarget.model(MODEL, "global.model-1")))
			.converse(REQUEST)
			.block(WAIT);
		assertThat(target(response)).isEqualTo(new Target("eu-central-1", "global.model-1", 1));
		assertThat(this.first.requests().get(1).line()).isEqualTo("POST /model/global.model-1/converse");
	}

	@Test
	void shouldFailOverEachOperationThatAnotherRegionCanServe() {
		ReactiveBedrockRuntimeTemplate client = client(FailoverSettings.to(toSecond()));
		List<Mono<?>> calls = List.of(client.countTokens(ConverseRequest.of("a", "text")),
				client.countTokens(new CountTokensRequest("b", input())),
				client.invokeModel(InvokeModelRequest.builder("c").body("{}").build()), client.invokeGuardrailChecks(
						new InvokeGuardrailChecksRequest(List.of(), new GuardrailChecksConfig(null, null, null))));
		this.second.respond(Responses.ok("{}"));
		calls.forEach((call) -> call.onErrorComplete().block(WAIT));
		assertThat(this.second.requests()).hasSize(calls.size());
		this.second.respond((peer) -> {
			peer.write(Responses.CHUNKED_STREAM);
			peer.writeChunk(Responses.event("chunk", "{\"bytes\":\"e30=\"}"));
			peer.writeChunk(new byte[0]);
		});
		assertThat(client
			.invokeModelWithResponseStream(InvokeModelWithResponseStreamRequest.builder("d").body("{}").build())
			.collectList()
			.block(WAIT)).hasSize(1);
	}

	private static CountTokensInput input() {
		return CountTokensInputs.of(InvokeModelRequest.builder("b").body("{}").build()).input();
	}

	@Test
	void shouldKeepInItsRegionWhatBelongsThere() {
		ReactiveBedrockRuntimeTemplate client = client(FailoverSettings.to(toSecond()));
		for (Mono<?> call : List.of(client.listAsyncInvokes((request) -> {
		}), client.getAsyncInvoke(new GetAsyncInvokeRequest("arn")))) {
			StepVerifier.create(call).expectError(ThrottlingException.class).verify(WAIT);
		}
		assertThat(this.second.requests()).isEmpty();
	}

	@Test
	void whenStreamFailsBeforeItsFirstEventThenTheNextTargetStreamsAndOneResponseIsReported() {
		this.first.respond(FailoverTests::throttledInStream);
		this.second.respond(Responses::completeStream);
		List<ResponseMetadata> responses = new ArrayList<>();
		StepVerifier
			.create(client(FailoverSettings.to(toSecond())).converseStream(STREAM,
					(response) -> responses.add(response.responseMetadata())))
			.expectNextCount(4)
			.expectComplete()
			.verify(WAIT);
		assertThat(responses).singleElement().satisfies((response) -> {
			assertThat(response.target()).isEqualTo(new Target("us-east-1", MODEL, 1));
			assertThat(response.attempts()).isEqualTo(2);
		});
	}

	private static void throttledInStream(RawServer.Peer peer) throws IOException {
		peer.write(Responses.CHUNKED_STREAM);
		peer.writeChunk(EventStreamEncoder.encode(EventStreamMessage.exception("throttlingException",
				"{\"message\":\"m\"}".getBytes(StandardCharsets.UTF_8))));
		peer.writeChunk(new byte[0]);
	}

	@Test
	void whenStreamHasBegunThenItDoesNotFailOver() {
		this.first.respond((peer) -> {
			peer.write(Responses.CHUNKED_STREAM);
			peer.writeChunk(Responses.START);
			peer.reset();
		});
		Flux<?> events = client(FailoverSettings.to(toSecond())).converseStream(STREAM);
		StepVerifier.create(events).expectNextCount(1).expectError().verify(WAIT);
		assertThat(this.second.requests()).isEmpty();
		assertThat(this.events).isEmpty();
	}

	@Test
	void whenCallHasNoTimeLeftThenItsTimeoutEndsIt() {
		this.first.respond((peer) -> {
		});
		ReactiveBedrockRuntimeTemplate client = client(builder(FailoverSettings.to(toSecond()))
			.timeouts(Timeouts.defaults().withCall(Duration.ofMillis(300))));
		StepVerifier.create(client.converse(REQUEST)).expectError(CallTimeoutException.class).verify(WAIT);
		assertThat(this.second.requests()).isEmpty();
	}

	@Test
	void whenListenerThrowsThenTheCallContinues() {
		ReactiveBedrockRuntimeTemplate client = client(
				builder(FailoverSettings.to(toSecond())).addFailoverListener((event) -> {
					throw new IllegalStateException("listener");
				}));
		assertThat(target(client.converse(REQUEST).block(WAIT)).failover()).isEqualTo(1);
	}

	@Test
	void shouldRefuseTargetsThatSayNothing() {
		assertThatIllegalArgumentException().isThrownBy(() -> new FailoverTarget("*", null, null, null, null, null));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new FailoverTarget("*", "eu-west-1", null, null, "gr", null));
		assertThatIllegalArgumentException().isThrownBy(() -> FailoverTarget.region(" "));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> FailoverSettings.none().withCoolDown(Duration.ofSeconds(-1)));
	}

}
