package io.bedrockruntime.emulator.client;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.BedrockRuntimeTemplate;
import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.FaultyEndpoint;
import io.bedrockruntime.emulator.record.Header;
import io.bedrockruntime.emulator.script.Fault;
import io.bedrockruntime.emulator.script.Fault.CloseWithoutLastChunk;
import io.bedrockruntime.emulator.script.Fault.CorruptMessageCrc;
import io.bedrockruntime.emulator.script.Fault.CorruptPreludeCrc;
import io.bedrockruntime.emulator.script.Fault.CutInsideEvent;
import io.bedrockruntime.emulator.script.Fault.Dribble;
import io.bedrockruntime.emulator.script.Fault.EndAfterEvents;
import io.bedrockruntime.emulator.script.Fault.ErrorAfterEvents;
import io.bedrockruntime.emulator.script.Fault.ExceptionAfterEvents;
import io.bedrockruntime.emulator.script.Fault.OversizedEvent;
import io.bedrockruntime.emulator.script.Fault.ResetAfterEvents;
import io.bedrockruntime.emulator.script.Fault.ResetBeforeHeaders;
import io.bedrockruntime.emulator.script.Fault.SilenceAfterEvents;
import io.bedrockruntime.emulator.script.Fault.SilenceBeforeFirstEvent;
import io.bedrockruntime.emulator.script.Fault.SilenceBeforeHeaders;
import io.bedrockruntime.emulator.script.Fault.SplitIntoChunks;
import io.bedrockruntime.emulator.script.Fault.UnknownEvent;
import io.bedrockruntime.emulator.script.Reply;
import io.bedrockruntime.emulator.script.ScriptEntry;
import io.bedrockruntime.exception.BedrockRuntimeException;
import io.bedrockruntime.exception.BedrockRuntimeServiceException;
import io.bedrockruntime.exception.CallTimeoutException;
import io.bedrockruntime.exception.ChecksumMismatchException;
import io.bedrockruntime.exception.ConnectTimeoutException;
import io.bedrockruntime.exception.ConnectionFailedException;
import io.bedrockruntime.exception.ConnectionResetException;
import io.bedrockruntime.exception.IdleTimeoutException;
import io.bedrockruntime.exception.InvalidResponseException;
import io.bedrockruntime.exception.MessageTooLargeException;
import io.bedrockruntime.exception.ModelStreamErrorException;
import io.bedrockruntime.exception.ResponseTimeoutException;
import io.bedrockruntime.exception.ThrottlingException;
import io.bedrockruntime.exception.TruncatedStreamException;
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
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * The client with each fault of the emulator.
 */
class ClientFaultTests {

	private static final Duration WAIT = Duration.ofSeconds(20);

	private static final String MODEL = "anthropic.claude-sonnet-4-5-20250929-v1:0";

	private static final ConverseStreamRequest STREAM = ConverseStreamRequest.of(MODEL, "Tell me about rivers.");

	private static final ConverseRequest REQUEST = ConverseRequest.of(MODEL, "Tell me about rivers.");

	private static BedrockRuntimeEmulator emulator;

	private static ReactiveBedrockRuntimeTemplate reactive;

	private static BedrockRuntimeOperations blocking;

	@BeforeAll
	static void start() {
		emulator = BedrockRuntimeEmulator.builder().start();
		// A thousand connections are made at the same time.
		reactive = client(emulator.endpoint(), Timeouts.defaults().withConnect(WAIT));
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

	private static ReactiveBedrockRuntimeTemplate client(URI endpoint, Timeouts timeouts) {
		return ReactiveBedrockRuntimeTemplate.builder()
			.endpoint(endpoint)
			.region(emulator.region())
			.credentialsProvider(StaticCredentialsProvider
				.create(AwsBasicCredentials.create(emulator.accessKeyId(), emulator.secretAccessKey())))
			.timeouts(timeouts)
			.retries(RetrySettings.none())
			.build();
	}

	static Stream<Arguments> brokenStreams() {
		String throttled = "{\"message\":\"Too many requests, please wait before trying again.\"}";
		String failed = "{\"message\":\"m\",\"originalStatusCode\":502,\"originalMessage\":\"bad gateway\"}";
		return Stream.of(arguments(new EndAfterEvents(3), 3, TruncatedStreamException.class),
				arguments(new CloseWithoutLastChunk(3), 3, TruncatedStreamException.class),
				arguments(new CutInsideEvent(3), 3, TruncatedStreamException.class),
				arguments(new ResetAfterEvents(3), 3, ConnectionResetException.class),
				arguments(new CorruptPreludeCrc(3), 3, ChecksumMismatchException.class),
				arguments(new CorruptMessageCrc(3), 3, ChecksumMismatchException.class),
				arguments(new OversizedEvent(3, 30 * 1024 * 1024), 3, MessageTooLargeException.class),
				arguments(new ExceptionAfterEvents(3, "throttlingException", throttled), 3, ThrottlingException.class),
				arguments(new ExceptionAfterEvents(0, "ThrottlingException", throttled), 0, ThrottlingException.class),
				arguments(new ExceptionAfterEvents(2, "modelStreamErrorException", failed), 2,
						ModelStreamErrorException.class),
				arguments(new ExceptionAfterEvents(2, "somethingNewException", throttled), 2,
						BedrockRuntimeServiceException.class),
				arguments(new ErrorAfterEvents(2, "InternalFailure", "It broke."), 2,
						BedrockRuntimeServiceException.class));
	}

	@ParameterizedTest
	@MethodSource("brokenStreams")
	void whenStreamBreaksThenEndsInItsOwnErrorAfterWhatCame(Fault fault, int delivered,
			Class<? extends BedrockRuntimeException> error) {
		emulator.script().fault(fault);
		StepVerifier.create(reactive.converseStream(STREAM))
			.expectNextCount(delivered)
			.expectErrorSatisfies((ex) -> assertThat(ex).isExactlyInstanceOf(error)
				.hasMessageNotContaining("rivers")
				.hasMessageNotContaining(emulator.secretAccessKey()))
			.verify(WAIT);
	}

	@ParameterizedTest
	@MethodSource("brokenStreams")
	void whenStreamBreaksThenBlockingReaderGetsTheSame(Fault fault, int delivered,
			Class<? extends BedrockRuntimeException> error) {
		emulator.script().fault(fault);
		List<ConverseStreamOutput> read = new ArrayList<>();
		assertThatExceptionOfType(error).isThrownBy(() -> {
			try (EventStream<ConverseStreamOutput> events = blocking.converseStream(STREAM)) {
				events.forEach(read::add);
			}
		});
		assertThat(read).hasSize(delivered);
	}

	@Test
	void whenExceptionComesInStreamThenItReportsWhatTheServiceSaid() {
		emulator.script()
			.fault(new ExceptionAfterEvents(2, "modelStreamErrorException",
					"{\"message\":\"m\",\"originalStatusCode\":502,\"originalMessage\":\"bad gateway\"}"));
		StepVerifier.create(reactive.converseStream(STREAM)).expectNextCount(2).expectErrorSatisfies((ex) -> {
			ModelStreamErrorException error = (ModelStreamErrorException) ex;
			assertThat(error.statusCode()).isEqualTo(424);
			assertThat(error.originalStatusCode()).isEqualTo(502);
			assertThat(error.originalMessage()).isEqualTo("bad gateway");
			assertThat(error.error().inStream()).isTrue();
			assertThat(error.requestId()).isNotBlank();
			assertThat(error.operation()).isEqualTo("ConverseStream");
		}).verify(WAIT);
	}

	@Test
	void whenExceptionIsUnknownThenItsCodeIsKept() {
		emulator.script().fault(new ExceptionAfterEvents(0, "somethingNewException", "{\"message\":\"new\"}"));
		StepVerifier.create(reactive.converseStream(STREAM)).expectErrorSatisfies((ex) -> {
			BedrockRuntimeServiceException error = (BedrockRuntimeServiceException) ex;
			assertThat(error.errorCode()).isEqualTo("somethingNewException");
			assertThat(error.serviceMessage()).isEqualTo("new");
			assertThat(error.statusCode()).isEqualTo(500);
		}).verify(WAIT);
	}

	@Test
	void whenEventIsUnknownThenItIsDeliveredAsUnknown() {
		emulator.script().fault(new UnknownEvent(1, "somethingNew", "{\"a\":[1,null]}"));
		List<ConverseStreamOutput> events = reactive.converseStream(STREAM).collectList().block(WAIT);
		assertThat(events).element(1).isInstanceOfSatisfying(ConverseStreamOutput.Unknown.class, (unknown) -> {
			assertThat(unknown.name()).isEqualTo("somethingNew");
			assertThat(unknown.value().get("a").size()).isEqualTo(2);
		});
		assertThat(events).last().isInstanceOf(ConverseStreamOutput.Metadata.class);
	}

	@Test
	void whenPeerDribblesOrSplitsThenTheStreamIsComplete() {
		emulator.script().text("Short.");
		List<ConverseStreamOutput> expected = reactive.converseStream(STREAM).collectList().block(WAIT);
		for (Fault fault : List.of(new Dribble(Duration.ofNanos(1)), new SplitIntoChunks(7), new SplitIntoChunks(64))) {
			emulator.script().add(ScriptEntry.of(new Reply.Text("Short.")).with(fault));
			List<ConverseStreamOutput> events = reactive.converseStream(STREAM).collectList().block(WAIT);
			assertThat(texts(events)).as(fault.toString()).isEqualTo(texts(expected));
		}
	}

	@Test
	void whenConnectionIsResetBeforeAnResponseThenSaysSo() {
		emulator.script().add(ScriptEntry.of(new ResetBeforeHeaders()).always());
		StepVerifier.create(reactive.converseStream(STREAM)).expectError(ConnectionResetException.class).verify(WAIT);
		assertThatExceptionOfType(ConnectionResetException.class).isThrownBy(() -> blocking.converse(REQUEST));
		assertThat(emulator.requests()).hasSize(2);
	}

	@Test
	void whenNoServerListensThenTheConnectionFailed() {
		try (FaultyEndpoint nobody = FaultyEndpoint.refusing();
				ReactiveBedrockRuntimeTemplate client = client(nobody.endpoint(), Timeouts.defaults())) {
			StepVerifier.create(client.converse(REQUEST)).expectError(ConnectionFailedException.class).verify(WAIT);
			StepVerifier.create(client.converseStream(STREAM))
				.expectError(ConnectionFailedException.class)
				.verify(WAIT);
		}
	}

	@Test
	void whenHostIsUnknownThenTheConnectionFailed() {
		try (ReactiveBedrockRuntimeTemplate client = client(URI.create("http://nowhere.invalid"),
				Timeouts.defaults())) {
			StepVerifier.create(client.converse(REQUEST)).expectError(ConnectionFailedException.class).verify(WAIT);
		}
	}

	// Where a timeout may expire before the request arrives, the test has a separate
	// emulator: otherwise the next test would count the request as its own.

	@Test
	void whenResponseDoesNotBeginThenTheResponseTimeoutExpires() {
		try (BedrockRuntimeEmulator own = BedrockRuntimeEmulator.builder().start();
				ReactiveBedrockRuntimeTemplate impatient = impatient(own)) {
			own.script().add(ScriptEntry.of(new SilenceBeforeHeaders(Fault.FOREVER)).always());
			StepVerifier.create(impatient.converse(REQUEST)).expectError(ResponseTimeoutException.class).verify(WAIT);
			StepVerifier.create(impatient.converseStream(STREAM))
				.expectError(ResponseTimeoutException.class)
				.verify(WAIT);
		}
	}

	private static ReactiveBedrockRuntimeTemplate impatient(BedrockRuntimeEmulator own) {
		return client(own.endpoint(), Timeouts.defaults().withResponse(Duration.ofMillis(400)));
	}

	@Test
	void whenFirstEventDoesNotComeThenTheResponseTimeoutExpires() {
		try (BedrockRuntimeEmulator own = BedrockRuntimeEmulator.builder().start();
				ReactiveBedrockRuntimeTemplate impatient = impatient(own)) {
			own.script().add(ScriptEntry.of(new SilenceBeforeFirstEvent(Fault.FOREVER)).always());
			do {
				StepVerifier.create(impatient.converseStream(STREAM))
					.expectError(ResponseTimeoutException.class)
					.verify(WAIT);
			}
			// On a busy machine the timeout may expire before the request is sent.
			while (own.requests().isEmpty());
			assertThat(own.awaitCancellations(1, WAIT)).isNotEmpty();
		}
	}

	@Test
	void whenStreamFallsSilentThenTheIdleTimeoutExpires() {
		emulator.script().fault(new SilenceAfterEvents(3, Fault.FOREVER));
		// The response timeout must not expire first.
		try (ReactiveBedrockRuntimeTemplate client = client(emulator.endpoint(),
				Timeouts.defaults().withIdle(Duration.ofSeconds(1)))) {
			StepVerifier.create(client.converseStream(STREAM))
				.expectNextCount(3)
				.expectError(IdleTimeoutException.class)
				.verify(WAIT);
			assertThat(emulator.awaitCancellations(1, WAIT)).hasSize(1);
		}
	}

	@Test
	void whenCallTakesTooLongThenItsTimeoutExpires() {
		try (BedrockRuntimeEmulator own = BedrockRuntimeEmulator.builder().start();
				ReactiveBedrockRuntimeTemplate client = client(own.endpoint(),
						Timeouts.defaults().withCall(Duration.ofMillis(300)))) {
			own.script().add(ScriptEntry.of(new SilenceBeforeHeaders(Fault.FOREVER)).always());
			StepVerifier.create(client.converse(REQUEST)).expectError(CallTimeoutException.class).verify(WAIT);
			StepVerifier.create(client.converseStream(STREAM)).expectError(CallTimeoutException.class).verify(WAIT);
		}
	}

	@Test
	void whenNetworkSwallowsTheConnectionThenTheConnectTimeoutExpires() {
		// A listener with a full queue does not respond to the next handshake.
		try (FaultyEndpoint listener = FaultyEndpoint.blackHole();
				ReactiveBedrockRuntimeTemplate client = client(listener.endpoint(),
						Timeouts.defaults().withConnect(Duration.ofMillis(300)))) {
			StepVerifier.create(client.converse(REQUEST)).expectError(ConnectTimeoutException.class).verify(WAIT);
		}
	}

	@Test
	void whenCancelledThenTheServerSeesItAndStops() {
		emulator.script().fault(new SilenceAfterEvents(5, Fault.FOREVER));
		StepVerifier.create(reactive.converseStream(STREAM)).expectNextCount(5).thenCancel().verify(WAIT);
		assertThat(emulator.awaitCancellations(1, WAIT)).hasSize(1);
	}

	@Test
	void whenCancelledBeforeAnResponseThenTheServerSeesItAndStops() {
		emulator.script().fault(new SilenceBeforeHeaders(Fault.FOREVER));
		Disposable call = reactive.converse(REQUEST).subscribe();
		emulator.awaitRequests(1, WAIT);
		call.dispose();
		assertThat(emulator.awaitCancellations(1, WAIT)).hasSize(1);
	}

	@Test
	void whenBlockingStreamIsClosedThenTheServerSeesItAndStops() {
		emulator.script().fault(new SilenceAfterEvents(5, Fault.FOREVER));
		try (EventStream<ConverseStreamOutput> events = blocking.converseStream(STREAM)) {
			Iterator<ConverseStreamOutput> iterator = events.iterator();
			for (int i = 0; i < 5; i++) {
				iterator.next();
			}
		}
		assertThat(emulator.awaitCancellations(1, WAIT)).hasSize(1);
	}

	@Test
	void whenReadingThreadIsInterruptedThenTheServerSeesItAndStops() throws InterruptedException {
		emulator.script().fault(new SilenceAfterEvents(2, Fault.FOREVER));
		List<ConverseStreamOutput> read = new ArrayList<>();
		Thread reader = new Thread(() -> {
			try (EventStream<ConverseStreamOutput> events = blocking.converseStream(STREAM)) {
				events.forEach(read::add);
			}
			catch (RuntimeException ex) {
				// the effect of the interrupt on the reading thread
			}
		});
		reader.start();
		emulator.awaitRequests(1, WAIT);
		reader.interrupt();
		reader.join(WAIT.toMillis());
		assertThat(reader.isAlive()).isFalse();
		assertThat(emulator.awaitCancellations(1, WAIT)).hasSize(1);
	}

	@Test
	void whenProxyRespondsWithAPageThenStatusSurvives() {
		emulator.script().add(ScriptEntry.of(Reply.Raw.html(503)).times(2));
		StepVerifier.create(reactive.converse(REQUEST))
			.expectErrorSatisfies(ClientFaultTests::isUnnamed503)
			.verify(WAIT);
		StepVerifier.create(reactive.converseStream(STREAM))
			.expectErrorSatisfies(ClientFaultTests::isUnnamed503)
			.verify(WAIT);
	}

	@Test
	void whenStreamIsRespondedToWithAPageOfSuccessThenItIsNoEventStream() {
		emulator.script().reply(Reply.Raw.html(200));
		StepVerifier.create(reactive.converseStream(STREAM))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(InvalidResponseException.class)
				.hasMessageContaining("text/html"))
			.verify(WAIT);
	}

	@Test
	void whenResponseIsNoJsonThenItCannotBeRead() {
		emulator.script().reply(Reply.Raw.html(200));
		StepVerifier.create(reactive.converse(REQUEST)).expectError(InvalidResponseException.class).verify(WAIT);
	}

	@Test
	void whenRedirectedThenTheSignatureDoesNotFollow() {
		emulator.script()
			.reply(new Reply.Raw(307, List.of(new Header("Location", emulator.endpoint() + "/elsewhere")),
					new byte[0]));
		StepVerifier.create(reactive.converse(REQUEST))
			.expectErrorSatisfies((ex) -> assertThat(((BedrockRuntimeServiceException) ex).statusCode()).isEqualTo(307))
			.verify(WAIT);
		assertThat(emulator.requests()).hasSize(1);
	}

	@Test
	void whenThousandStreamsRunAtOnceThenEachIsComplete() {
		List<String> texts = Flux.range(0, 1000)
			.flatMap((i) -> reactive.converseStream(ConverseStreamRequest.of(MODEL, "Number " + i))
				.map(ConverseStreamOutput::text)
				.reduce(String::concat), 1000)
			.collectList()
			.block(Duration.ofMinutes(2));
		assertThat(texts).hasSize(1000).doesNotHaveDuplicates();
	}

	private static void isUnnamed503(Throwable ex) {
		BedrockRuntimeServiceException error = (BedrockRuntimeServiceException) ex;
		assertThat(error.statusCode()).isEqualTo(503);
		assertThat(error.errorCode()).isNull();
		assertThat(error.error().rawBody()).contains("<h1>503</h1>");
		assertThat(error).hasMessageNotContaining("<h1>");
	}

	private static String texts(List<ConverseStreamOutput> events) {
		StringBuilder text = new StringBuilder();
		events.forEach((event) -> text.append(event.text()));
		return text.toString();
	}

}
