package io.bedrockruntime.emulator.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.bedrockruntime.BedrockRuntimeTemplate;
import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.internal.support.Json;
import io.bedrockruntime.emulator.record.Cancellation;
import io.bedrockruntime.emulator.record.ReceivedEvents;
import io.bedrockruntime.emulator.script.Fault;
import io.bedrockruntime.emulator.testing.Poll;
import io.bedrockruntime.emulator.testing.Sessions;
import io.bedrockruntime.emulator.testing.TestCertificate;
import io.bedrockruntime.exception.AccessDeniedException;
import io.bedrockruntime.exception.BedrockRuntimeException;
import io.bedrockruntime.exception.BedrockRuntimeServiceException;
import io.bedrockruntime.exception.ChecksumMismatchException;
import io.bedrockruntime.exception.ConnectionFailedException;
import io.bedrockruntime.exception.ConnectionResetException;
import io.bedrockruntime.exception.IdleTimeoutException;
import io.bedrockruntime.exception.MessageTooLargeException;
import io.bedrockruntime.exception.ResponseTimeoutException;
import io.bedrockruntime.exception.SigningException;
import io.bedrockruntime.exception.ThrottlingException;
import io.bedrockruntime.exception.TruncatedStreamException;
import io.bedrockruntime.exception.ValidationException;
import io.bedrockruntime.http.HttpClientResources;
import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamInput;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamOutput;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamRequest;
import io.bedrockruntime.settings.Timeouts;
import io.bedrockruntime.stream.BidirectionalStreamSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.netty.http.Http2SslContextSpec;
import reactor.netty.tcp.SslProvider.GenericSslContextSpec;
import reactor.test.StepVerifier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import tools.jackson.databind.JsonNode;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sessions of our client with the emulator, which verifies each signature, including all
 * faults in the middle of a session.
 */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ClientBidirectionalStreamTests {

	private static final Duration WAIT = Duration.ofSeconds(30);

	private static final InvokeModelWithBidirectionalStreamRequest SONIC = new InvokeModelWithBidirectionalStreamRequest(
			Sessions.SONIC);

	private static final InvokeModelWithBidirectionalStreamRequest ECHO = new InvokeModelWithBidirectionalStreamRequest(
			"emulated.echo-v1:0");

	private final BedrockRuntimeEmulator emulator = BedrockRuntimeEmulator.builder().tokensPerSecond(0).start();

	private final List<AutoCloseable> open = new ArrayList<>(List.of(this.emulator));

	@AfterEach
	void close() throws Exception {
		for (AutoCloseable closeable : this.open) {
			closeable.close();
		}
	}

	private ReactiveBedrockRuntimeTemplate client() {
		return client(Timeouts.defaults());
	}

	private ReactiveBedrockRuntimeTemplate client(Timeouts timeouts) {
		return opened(ReactiveBedrockRuntimeTemplate.builder()
			.endpoint(this.emulator.endpoint())
			.region(this.emulator.region())
			.credentialsProvider(credentials(this.emulator.secretAccessKey()))
			.timeouts(timeouts)
			.build());
	}

	private <T extends AutoCloseable> T opened(T closeable) {
		this.open.add(0, closeable);
		return closeable;
	}

	private StaticCredentialsProvider credentials(String secret) {
		return StaticCredentialsProvider.create(AwsBasicCredentials.create(this.emulator.accessKeyId(), secret));
	}

	private static InvokeModelWithBidirectionalStreamInput in(String content) {
		return InvokeModelWithBidirectionalStreamInput.chunk(Blob.ofUtf8(content));
	}

	private static String text(InvokeModelWithBidirectionalStreamOutput event) {
		return event.bytes().asUtf8String();
	}

	private static List<String> conversation() {
		List<String> input = new ArrayList<>(List.of(Sessions.START, Sessions.PROMPT));
		input.addAll(Sessions.textContent("c0", "SYSTEM", "Be brief"));
		input.addAll(Sessions.textContent("c1", "USER", "Good morning"));
		input.addAll(Sessions.audioContent("c2", 32_000));
		input.add("{\"event\":{\"promptEnd\":{\"promptName\":\"p\"}}}");
		input.add(Sessions.END);
		return input;
	}

	private static List<String> said(List<String> events) {
		return events.stream()
			.map((event) -> Json.read(event.getBytes(StandardCharsets.UTF_8)).path("event").path("textOutput"))
			.filter((output) -> output.path("role").asString("").equals("ASSISTANT"))
			.map((output) -> output.path("content").asString(""))
			.toList();
	}

	@Test
	void whenUserSpeaksThenSonicRespondsWithTextAndSpeech() {
		List<String> events = client()
			.invokeModelWithBidirectionalStream(SONIC, Flux.fromIterable(conversation()).map((event) -> in(event)))
			.map((event) -> text(event))
			.collectList()
			.block(WAIT);
		assertThat(said(events)).containsExactly("You said: Good morning", "You sent 1.00 seconds of audio.");
		JsonNode last = Json.read(events.get(events.size() - 1).getBytes(StandardCharsets.UTF_8));
		assertThat(last.path("event").has("completionEnd")).isTrue();
		ReceivedEvents received = this.emulator.requests().get(0).receivedEvents();
		assertThat(received.contents()).extracting((content) -> new String(content, StandardCharsets.UTF_8))
			.containsExactlyElementsOf(conversation());
		assertThat(this.emulator.cancellations()).isEmpty();
	}

	@Test
	void whenSessionIsBlockingThenItsDirectionsBelongToDifferentThreads() throws Exception {
		try (BidirectionalStreamSession session = new BedrockRuntimeTemplate(client())
			.invokeModelWithBidirectionalStream(SONIC)) {
			CompletableFuture<List<String>> reader = CompletableFuture
				.supplyAsync(() -> session.stream().map((event) -> text(event)).toList());
			for (String event : conversation()) {
				session.send(Blob.ofUtf8(event));
			}
			session.completeInput();
			assertThat(said(reader.get(30, TimeUnit.SECONDS))).hasSize(2);
		}
	}

	@Test
	void whenTwoHundredTalkAtOnceThenEachHearsItsOwn() {
		// 200 connections are made at the same time.
		ReactiveBedrockRuntimeTemplate client = client(Timeouts.defaults().withConnect(WAIT));
		List<List<String>> heard = Flux.range(0, 200)
			.flatMapSequential((number) -> client
				.invokeModelWithBidirectionalStream(ECHO,
						Flux.range(0, 20).map((part) -> in("session " + number + " part " + part)))
				.map((event) -> text(event))
				.collectList(), 200)
			.collectList()
			.block(Duration.ofSeconds(60));
		for (int i = 0; i < 200; i++) {
			int number = i;
			assertThat(heard.get(i)).containsExactlyElementsOf(
					IntStream.range(0, 20).mapToObj((part) -> "session " + number + " part " + part).toList());
		}
		Poll.until(() -> this.emulator.activeResponses() == 0);
		assertThat(this.emulator.cancellations()).isEmpty();
	}

	@Test
	void whenOutputIsCancelledThenEmulatorNotices() {
		StepVerifier
			.create(client().invokeModelWithBidirectionalStream(ECHO, Flux.concat(Flux.just(in("one")), Flux.never())))
			.expectNextCount(1)
			.thenCancel()
			.verify(WAIT);
		Cancellation cancellation = this.emulator.awaitCancellations(1, WAIT).get(0);
		assertThat(cancellation.eventsSent()).isOne();
		assertThat(this.emulator.requests().get(0).receivedEvents().isComplete()).isFalse();
	}

	@Test
	void whenSecretIsWrongThenErrorIsTheServices() {
		ReactiveBedrockRuntimeTemplate client = opened(ReactiveBedrockRuntimeTemplate.builder()
			.endpoint(this.emulator.endpoint())
			.region(this.emulator.region())
			.credentialsProvider(credentials("wrong"))
			.build());
		StepVerifier.create(client.invokeModelWithBidirectionalStream(ECHO, Flux.never()))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(BedrockRuntimeServiceException.class)
				.hasMessageContaining("InvalidSignatureException"))
			.verify(WAIT);
	}

	@Test
	void whenThereIsOnlyAnApiKeyThenNothingIsSent() {
		ReactiveBedrockRuntimeTemplate client = opened(ReactiveBedrockRuntimeTemplate.builder()
			.endpoint(this.emulator.endpoint())
			.region(this.emulator.region())
			.apiKey("key")
			.build());
		StepVerifier.create(client.invokeModelWithBidirectionalStream(ECHO, Flux.never()))
			.expectError(SigningException.class)
			.verify(WAIT);
		assertThat(this.emulator.requests()).isEmpty();
	}

	@Test
	void whenEventIsTooLargeThenServiceSaysSo() {
		StepVerifier
			.create(client().invokeModelWithBidirectionalStream(ECHO,
					Flux.just(InvokeModelWithBidirectionalStreamInput.chunk(Blob.wrap(new byte[1_000_001])))))
			.expectError(ValidationException.class)
			.verify(WAIT);
		StepVerifier
			.create(client().invokeModelWithBidirectionalStream(ECHO,
					Flux.just(InvokeModelWithBidirectionalStreamInput.chunk(Blob.wrap(new byte[1_000_000])))))
			.assertNext((event) -> assertThat(event.bytes().size()).isEqualTo(1_000_000))
			.expectComplete()
			.verify(WAIT);
	}

	static Stream<Arguments> faults() {
		return Stream.of(Arguments.of(new Fault.ResetBeforeHeaders(), 0, ConnectionResetException.class),
				Arguments.of(new Fault.ResetAfterEvents(2), 2, BedrockRuntimeException.class),
				Arguments.of(new Fault.ResetConnectionAfterEvents(2), 2, BedrockRuntimeException.class),
				Arguments.of(new Fault.CloseWithoutLastChunk(2), 2, TruncatedStreamException.class),
				Arguments.of(new Fault.CutInsideEvent(2), 2, TruncatedStreamException.class),
				Arguments.of(new Fault.CorruptPreludeCrc(2), 2, ChecksumMismatchException.class),
				Arguments.of(new Fault.CorruptMessageCrc(2), 2, ChecksumMismatchException.class),
				Arguments.of(new Fault.OversizedEvent(2, 500_000_000), 2, MessageTooLargeException.class),
				Arguments.of(new Fault.ExceptionAfterEvents(2, "throttlingException", "{\"message\":\"slow down\"}"), 2,
						ThrottlingException.class),
				Arguments.of(new Fault.ErrorAfterEvents(2, "InternalError", "broken"), 2,
						BedrockRuntimeServiceException.class),
				Arguments.of(new Fault.SilenceAfterEvents(2, Fault.FOREVER), 2, IdleTimeoutException.class),
				Arguments.of(new Fault.SilenceBeforeFirstEvent(Fault.FOREVER), 0, ResponseTimeoutException.class),
				Arguments.of(new Fault.SilenceBeforeHeaders(Fault.FOREVER), 0, ResponseTimeoutException.class));
	}

	@ParameterizedTest
	@MethodSource("faults")
	void whenSessionBreaksThenFailureIsTypedAfterWhatCameBefore(Fault fault, int events,
			Class<? extends Exception> failure) {
		this.emulator.script().fault(fault);
		Timeouts timeouts = Timeouts.defaults()
			.withResponse(Duration.ofSeconds((failure != ResponseTimeoutException.class) ? 60 : 1))
			.withIdle(Duration.ofSeconds(1));
		StepVerifier
			.create(client(timeouts).invokeModelWithBidirectionalStream(ECHO,
					Flux.range(0, 5).map((number) -> in("part " + number)).concatWith(Flux.never())))
			.expectNextCount(events)
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(failure))
			.verify(WAIT);
	}

	@Test
	void whenModelDeniesAccessThenInputIsNotAskedForLong() {
		this.emulator.script().error(403, "AccessDeniedException", "no access");
		StepVerifier.create(client().invokeModelWithBidirectionalStream(ECHO, Flux.never()))
			.expectError(AccessDeniedException.class)
			.verify(WAIT);
	}

	@Test
	void whenEndpointHasTlsThenHttp2IsAgreedUpon(@TempDir Path folder) throws Exception {
		TestCertificate certificate = TestCertificate.create(folder);
		BedrockRuntimeEmulator tls = opened(
				BedrockRuntimeEmulator.builder().tls(certificate.keyManagers()).tokensPerSecond(0).start());
		StepVerifier.create(tlsClient(tls, certificate).invokeModelWithBidirectionalStream(ECHO, Flux.just(in("one"))))
			.expectNextCount(1)
			.expectComplete()
			.verify(WAIT);
	}

	@Test
	void whenEndpointOffersOnlyHttp11ThenErrorSaysWhatIsMissing(@TempDir Path folder) throws Exception {
		TestCertificate certificate = TestCertificate.create(folder);
		BedrockRuntimeEmulator tls = opened(BedrockRuntimeEmulator.builder()
			.tls(certificate.keyManagers())
			.http2(false)
			.tokensPerSecond(0)
			.start());
		StepVerifier.create(tlsClient(tls, certificate).invokeModelWithBidirectionalStream(ECHO, Flux.just(in("one"))))
			.expectErrorSatisfies(
					(ex) -> assertThat(ex).isInstanceOf(ConnectionFailedException.class).hasMessageContaining("HTTP/2"))
			.verify(WAIT);
	}

	private ReactiveBedrockRuntimeTemplate tlsClient(BedrockRuntimeEmulator tls, TestCertificate certificate) {
		HttpClientResources connections = opened(HttpClientResources.create(Timeouts.defaults().withConnect(WAIT)));
		Http2SslContextSpec context = Http2SslContextSpec.forClient()
			.configure((builder) -> builder.trustManager(certificate.trustManagers()));
		return opened(ReactiveBedrockRuntimeTemplate.builder()
			.endpoint(URI.create("https://localhost:" + tls.endpoint().getPort()))
			.region(tls.region())
			.credentialsProvider(credentials(tls.secretAccessKey()))
			.http2Connector((endpoint) -> new ReactorClientHttpConnector(connections.http2Client(endpoint)
				.secure((spec) -> spec.sslContext((GenericSslContextSpec<?>) context))))
			.build());
	}

}
