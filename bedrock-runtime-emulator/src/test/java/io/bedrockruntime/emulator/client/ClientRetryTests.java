package io.bedrockruntime.emulator.client;

import java.time.Duration;
import java.util.List;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.BedrockRuntimeTemplate;
import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.record.Header;
import io.bedrockruntime.emulator.script.Fault.ExceptionAfterEvents;
import io.bedrockruntime.emulator.script.Fault.ResetAfterEvents;
import io.bedrockruntime.emulator.script.Fault.ResetBeforeHeaders;
import io.bedrockruntime.emulator.script.Reply;
import io.bedrockruntime.emulator.script.ScriptEntry;
import io.bedrockruntime.exception.BedrockRuntimeServiceException;
import io.bedrockruntime.exception.ConnectionResetException;
import io.bedrockruntime.exception.InternalServerException;
import io.bedrockruntime.exception.ServiceUnavailableException;
import io.bedrockruntime.exception.ThrottlingException;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.stream.ConverseStreamOutput;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.settings.RetrySettings;
import io.bedrockruntime.settings.Timeouts;
import io.bedrockruntime.stream.EventStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The client's retries with a peer that fails for a while and verifies every signature.
 */
class ClientRetryTests {

	private static final Duration WAIT = Duration.ofSeconds(30);

	private static final String MODEL = "anthropic.claude-sonnet-4-5-20250929-v1:0";

	private static final ConverseStreamRequest STREAM = ConverseStreamRequest.of(MODEL, "Tell me about rivers.");

	private static final ConverseRequest REQUEST = ConverseRequest.of(MODEL, "Tell me about rivers.");

	private static BedrockRuntimeEmulator emulator;

	private static ReactiveBedrockRuntimeTemplate reactive;

	private static BedrockRuntimeOperations blocking;

	@BeforeAll
	static void start() {
		emulator = BedrockRuntimeEmulator.builder().start();
		reactive = client(RetrySettings.standard());
		blocking = new BedrockRuntimeTemplate(reactive);
	}

	@AfterAll
	static void stop() {
		reactive.close();
		emulator.close();
	}

	@BeforeEach
	void reset() {
		emulator.reset();
	}

	private static ReactiveBedrockRuntimeTemplate client(RetrySettings retries) {
		return ReactiveBedrockRuntimeTemplate.builder()
			.endpoint(emulator.endpoint())
			.region(emulator.region())
			.credentialsProvider(StaticCredentialsProvider
				.create(AwsBasicCredentials.create(emulator.accessKeyId(), emulator.secretAccessKey())))
			.retries(retries)
			// A thousand connections are made at the same time.
			.timeouts(Timeouts.defaults().withConnect(WAIT))
			.build();
	}

	@ParameterizedTest
	@CsvSource({ "503, ServiceUnavailableException", "500, InternalServerException", "429, ModelNotReadyException",
			"429, ThrottlingException" })
	void whenErrorPassesThenEveryKindOfCallSucceeds(int status, String code) {
		ScriptEntry error = ScriptEntry.of(new Reply.Error(status, code, "Please wait."));
		emulator.script().add(error);
		assertThat(blocking.converse(REQUEST).responseMetadata().attempts()).isEqualTo(2);
		emulator.script().add(error);
		StepVerifier.create(reactive.converse(REQUEST)).expectNextCount(1).expectComplete().verify(WAIT);
		emulator.script().add(error);
		StepVerifier.create(reactive.converseStream(STREAM).last())
			.expectNextMatches(ConverseStreamOutput.Metadata.class::isInstance)
			.expectComplete()
			.verify(WAIT);
		emulator.script().add(error);
		try (EventStream<ConverseStreamOutput> events = blocking.converseStream(STREAM)) {
			assertThat(events.stream()).last().isInstanceOf(ConverseStreamOutput.Metadata.class);
		}
		assertThat(emulator.requests()).hasSize(8);
	}

	@Test
	void whenProxyRespondsWithAPageForAWhileThenTheCallSucceeds() {
		emulator.script().add(ScriptEntry.of(Reply.Raw.html(502)).times(2));
		assertThat(blocking.converse(REQUEST).responseMetadata().attempts()).isEqualTo(3);
	}

	@Test
	void whenConnectionIsResetBeforeAnResponseThenTheCallSucceeds() {
		emulator.script().fault(new ResetBeforeHeaders());
		assertThat(blocking.converse(REQUEST).responseMetadata().attempts()).isEqualTo(2);
	}

	@Test
	void whenErrorStaysThenTheCallFailsWithIt() {
		emulator.script()
			.add(ScriptEntry.of(new Reply.Error(503, "ServiceUnavailableException", "Please wait.")).always());
		assertThatExceptionOfType(ServiceUnavailableException.class).isThrownBy(() -> blocking.converse(REQUEST))
			.satisfies((ex) -> assertThat(ex.attempts()).isEqualTo(3));
		assertThat(emulator.requests()).hasSize(3);
	}

	@ParameterizedTest
	@CsvSource({ "403, ExpiredTokenException", "403, UnrecognizedClientException", "403, AccessDeniedException",
			"400, ValidationException", "400, ServiceQuotaExceededException", "404, ResourceNotFoundException",
			"408, ModelTimeoutException", "424, ModelErrorException" })
	void whenErrorWillNotPassThenThereIsOneAttempt(int status, String code) {
		emulator.script().error(status, code, "No.");
		assertThatExceptionOfType(BedrockRuntimeServiceException.class).isThrownBy(() -> blocking.converse(REQUEST))
			.satisfies((ex) -> assertThat(ex.errorCode()).isEqualTo(code));
		assertThat(emulator.requests()).hasSize(1);
	}

	@Test
	void whenStreamBreaksBeforeItsFirstEventThenOnlyAnExceptionIsRetried() {
		emulator.script().fault(new ExceptionAfterEvents(0, "internalServerException", "{\"message\":\"Try again.\"}"));
		StepVerifier.create(reactive.converseStream(STREAM).last()).expectNextCount(1).expectComplete().verify(WAIT);
		assertThat(emulator.requests()).hasSize(2);
		emulator.script().fault(new ResetAfterEvents(0));
		StepVerifier.create(reactive.converseStream(STREAM)).expectError(ConnectionResetException.class).verify(WAIT);
		assertThat(emulator.requests()).hasSize(3);
	}

	@Test
	void whenStreamBreaksAfterItsFirstEventThenItIsNotRetried() {
		emulator.script().fault(new ExceptionAfterEvents(1, "internalServerException", "{\"message\":\"Try again.\"}"));
		StepVerifier.create(reactive.converseStream(STREAM))
			.expectNextCount(1)
			.expectError(InternalServerException.class)
			.verify(WAIT);
		assertThat(emulator.requests()).hasSize(1);
	}

	@Test
	void whenCancelledDuringThePauseThenNothingMoreIsSent() {
		emulator.script()
			.add(ScriptEntry
				.of(new Reply.Error(429, "ThrottlingException", "Please wait.", Reply.Placement.HEADER,
						List.of(new Header("x-amz-retry-after", "4000"))))
				.always());
		Disposable call = reactive.converse(REQUEST).subscribe();
		emulator.awaitRequests(1, WAIT);
		call.dispose();
		// A later call, which takes longer than the pause of the first.
		StepVerifier.create(reactive.converse(REQUEST)).expectError(ThrottlingException.class).verify(WAIT);
		assertThat(emulator.requests()).hasSize(4);
	}

	@Test
	void whenThousandCallsAreThrottledThenTheyShareOneBudget() {
		emulator.script().add(ScriptEntry.of(new Reply.Error(429, "ThrottlingException", "Please wait.")).always());
		try (ReactiveBedrockRuntimeTemplate client = client(RetrySettings.standard().withMaxAttempts(10))) {
			List<Integer> attempts = Flux.range(0, 1000)
				.flatMap((i) -> client.converse(REQUEST)
					.map((response) -> 0)
					.onErrorResume(ThrottlingException.class, (ex) -> Mono.just(ex.attempts())), 1000)
				.collectList()
				.block(Duration.ofMinutes(2));
			// A budget of 500, and 5 for each retry after throttling.
			assertThat(attempts).hasSize(1000).doesNotContain(0);
			assertThat(attempts.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1000 + 100);
		}
	}

}
