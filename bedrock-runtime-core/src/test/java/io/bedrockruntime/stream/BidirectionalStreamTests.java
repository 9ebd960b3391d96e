package io.bedrockruntime.stream;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.eventstream.EventStreamEncoder;
import io.bedrockruntime.eventstream.EventStreamMessage;
import io.bedrockruntime.exception.AccessDeniedException;
import io.bedrockruntime.exception.AcquireTimeoutException;
import io.bedrockruntime.exception.BedrockRuntimeClientException;
import io.bedrockruntime.exception.ConnectionFailedException;
import io.bedrockruntime.exception.ConnectionResetException;
import io.bedrockruntime.exception.IdleTimeoutException;
import io.bedrockruntime.exception.SigningException;
import io.bedrockruntime.exception.ThrottlingException;
import io.bedrockruntime.exception.TruncatedStreamException;
import io.bedrockruntime.exception.ValidationException;
import io.bedrockruntime.http.HttpClientResources;
import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.ResponseMetadata;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamInput;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamOutput;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamRequest;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamResponse;
import io.bedrockruntime.settings.Timeouts;
import io.bedrockruntime.testserver.ChunkSignatureCheck;
import io.bedrockruntime.testserver.DeadPort;
import io.bedrockruntime.testserver.Http2Server;
import io.bedrockruntime.testserver.Responses;
import io.bedrockruntime.testserver.TestCertificate;
import io.netty.channel.Channel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.http.HttpProtocol;
import reactor.test.StepVerifier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for bidirectional streams, against an HTTP/2 server.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Tag("slow")
class BidirectionalStreamTests {

	private static final Duration WAIT = Duration.ofSeconds(20);

	private static final InvokeModelWithBidirectionalStreamRequest REQUEST = new InvokeModelWithBidirectionalStreamRequest(
			"amazon.nova-2-sonic-v1:0");

	@TempDir
	private Path folder;

	private final List<AutoCloseable> open = new ArrayList<>();

	@AfterEach
	void close() throws Exception {
		for (AutoCloseable closeable : this.open) {
			closeable.close();
		}
	}

	private Http2Server opened(Http2Server server) {
		this.open.add(server);
		return server;
	}

	private ReactiveBedrockRuntimeTemplate client(Http2Server server) {
		return client(server, Timeouts.defaults());
	}

	private ReactiveBedrockRuntimeTemplate client(Http2Server server, Timeouts timeouts) {
		return client(server.endpoint(), timeouts);
	}

	private ReactiveBedrockRuntimeTemplate client(URI endpoint, Timeouts timeouts) {
		ReactiveBedrockRuntimeTemplate client = ReactiveBedrockRuntimeTemplate.builder()
			.region("eu-central-1")
			.endpoint(endpoint)
			.credentialsProvider(StaticCredentialsProvider
				.create(AwsBasicCredentials.create(ChunkSignatureCheck.KEY_ID, ChunkSignatureCheck.SECRET)))
			.timeouts(timeouts)
			.build();
		this.open.add(0, client);
		return client;
	}

	private static InvokeModelWithBidirectionalStreamInput in(String text) {
		return InvokeModelWithBidirectionalStreamInput.chunk(Blob.ofUtf8(text));
	}

	private static byte[] out(String text) {
		return Responses.event("chunk", "{\"bytes\":\""
				+ Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "\",\"p\":\"abcd\"}");
	}

	private static String text(InvokeModelWithBidirectionalStreamOutput event) {
		return event.bytes().asUtf8String();
	}

	private static Http2Server echo() {
		return Http2Server.events((call, payloads) -> payloads.map((payload) -> Responses.event("chunk", payload)));
	}

	@Test
	void whenEachEventWaitsForTheResponseToThePreviousThenBothDirectionsFlow() {
		Http2Server server = opened(echo());
		Sinks.Many<InvokeModelWithBidirectionalStreamInput> input = Sinks.many().unicast().onBackpressureBuffer();
		input.tryEmitNext(in("0"));
		List<String> responses = client(server).invokeModelWithBidirectionalStream(REQUEST, input.asFlux())
			.map(BidirectionalStreamTests::text)
			.doOnNext((response) -> {
				int number = Integer.parseInt(response) + 1;
				if (number < 50) {
					input.tryEmitNext(in(Integer.toString(number)));
				}
				else {
					input.tryEmitComplete();
				}
			})
			.collectList()
			.block(WAIT);
		assertThat(responses).hasSize(50).startsWith("0", "1").endsWith("49");
	}

	@Test
	void whenSentThenEachMessageIsSignedInAChainThatBeginsWithTheRequestAndEndsWithAnEmptyOne() {
		Http2Server server = opened(echo());
		StepVerifier
			.create(client(server).invokeModelWithBidirectionalStream(REQUEST, Flux.just(in("a"), in("é"), in(""))))
			.expectNextCount(3)
			.expectComplete()
			.verify(WAIT);
		Http2Server.Call call = server.calls.get(0);
		assertThat(call.line()).isEqualTo("POST /model/amazon.nova-2-sonic-v1%3A0/invoke-with-bidirectional-stream");
		assertThat(call.version()).isEqualTo("HTTP/2.0");
		assertThat(call.headers()).containsEntry("content-type", "application/vnd.amazon.eventstream")
			.containsEntry("accept", "application/vnd.amazon.eventstream")
			.containsEntry("x-amz-content-sha256", "STREAMING-AWS4-HMAC-SHA256-EVENTS")
			.doesNotContainKey("content-length");
		ChunkSignatureCheck.check(call, "eu-central-1");
		assertThat(call.messages()).hasSize(4);
		assertThat(call.messages().get(3).payload()).isEmpty();
	}

	@Test
	void whenEventIsSentThenItIsTheServicesOwnForm() {
		AtomicReference<String> payload = new AtomicReference<>();
		Http2Server server = opened(
				Http2Server.events((call, payloads) -> payloads.doOnNext(payload::set).thenMany(Flux.empty())));
		StepVerifier.create(client(server).invokeModelWithBidirectionalStream(REQUEST, Flux.just(in("{\"event\":{}}"))))
			.expectComplete()
			.verify(WAIT);
		assertThat(payload.get()).isEqualTo("{\"bytes\":\"eyJldmVudCI6e319\"}");
		EventStreamMessage event = ChunkSignatureCheck.inner(server.calls.get(0).messages().get(0));
		assertThat(event.header(EventStreamMessage.MESSAGE_TYPE)).isEqualTo("event");
		assertThat(event.header(EventStreamMessage.EVENT_TYPE)).isEqualTo("chunk");
		assertThat(event.header(EventStreamMessage.CONTENT_TYPE)).isEqualTo("application/json");
	}

	@Test
	void whenResponseArrivesThenItIsReportedBeforeTheFirstEvent() {
		Http2Server server = opened(echo());
		List<Object> seen = new ArrayList<>();
		StepVerifier
			.create(client(server).invokeModelWithBidirectionalStream(REQUEST, Flux.just(in("a")), seen::add)
				.doOnNext(seen::add))
			.expectNextCount(1)
			.expectComplete()
			.verify(WAIT);
		assertThat(seen).hasSize(2);
		ResponseMetadata metadata = ((InvokeModelWithBidirectionalStreamResponse) seen.get(0)).responseMetadata();
		assertThat(metadata).isNotNull();
		assertThat(metadata.requestId()).isEqualTo("r-1");
		assertThat(metadata.httpStatus()).isEqualTo(200);
	}

	@Test
	void whenOutputIsCancelledThenInputIsCancelledAndServerSeesIt() {
		Http2Server server = opened(echo());
		Sinks.Many<InvokeModelWithBidirectionalStreamInput> input = Sinks.many().unicast().onBackpressureBuffer();
		AtomicInteger cancelled = new AtomicInteger();
		input.tryEmitNext(in("a"));
		StepVerifier
			.create(client(server).invokeModelWithBidirectionalStream(REQUEST,
					input.asFlux().doOnCancel(cancelled::incrementAndGet)))
			.expectNextCount(1)
			.thenCancel()
			.verify(WAIT);
		await().until(() -> server.gone.get() == 1);
		await().until(() -> cancelled.get() == 1);
		// The server did not receive an end of the stream.
		assertThat(server.calls.get(0).messages()).hasSize(1);
	}

	@Test
	void whenCancelledBeforeTheResponseThenInputIsCancelledAndServerSeesIt() {
		Http2Server server = opened(new Http2Server(Http2Server.Responder.never(), HttpProtocol.H2C));
		AtomicInteger cancelled = new AtomicInteger();
		Disposable call = client(server)
			.invokeModelWithBidirectionalStream(REQUEST,
					Flux.just(in("a")).concatWith(Flux.never()).doOnCancel(cancelled::incrementAndGet))
			.subscribe();
		await().until(() -> server.calls.size() == 1);
		call.dispose();
		await().until(() -> server.gone.get() == 1);
		await().until(() -> cancelled.get() == 1);
	}

	@Test
	void whenInputFailsThenCallFailsWithItsExceptionAndServerSeesNoEnd() {
		Http2Server server = opened(echo());
		IllegalStateException failure = new IllegalStateException("microphone");
		Publisher<InvokeModelWithBidirectionalStreamInput> input = Flux.just(in("a")).concatWith(Mono.error(failure));
		StepVerifier.create(client(server).invokeModelWithBidirectionalStream(REQUEST, input))
			.thenConsumeWhile((event) -> true)
			.expectErrorSatisfies((ex) -> assertThat(ex).isExactlyInstanceOf(BedrockRuntimeClientException.class)
				.hasMessageContaining("the input events ended")
				.hasCause(failure))
			.verify(WAIT);
		await().until(() -> server.gone.get() == 1 || server.calls.isEmpty());
		assertThat(server.calls).allSatisfy((call) -> assertThat(call.messages())
			.allSatisfy((message) -> assertThat(message.payload()).isNotEmpty()));
	}

	@Test
	void whenServerEndsTheStreamThenOutputCompletesAndInputIsCancelled() {
		Http2Server server = opened(
				Http2Server.events((call, payloads) -> payloads.take(1).map((payload) -> out("bye"))));
		Sinks.Many<InvokeModelWithBidirectionalStreamInput> input = Sinks.many().unicast().onBackpressureBuffer();
		AtomicInteger cancelled = new AtomicInteger();
		input.tryEmitNext(in("a"));
		StepVerifier
			.create(client(server)
				.invokeModelWithBidirectionalStream(REQUEST, input.asFlux().doOnCancel(cancelled::incrementAndGet))
				.map(BidirectionalStreamTests::text))
			.expectNext("bye")
			.expectComplete()
			.verify(WAIT);
		await().until(() -> cancelled.get() == 1);
	}

	@Test
	void whenServerEndsWithAnExceptionThenItIsTypedAndInputIsCancelled() {
		byte[] exception = EventStreamEncoder.encode(EventStreamMessage.exception("throttlingException",
				"{\"message\":\"Too many\"}".getBytes(StandardCharsets.UTF_8)));
		Http2Server server = opened(Http2Server.events((call, payloads) -> Flux
			.concat(payloads.take(1).map((payload) -> out("a")), Flux.just(exception), Flux.never())));
		AtomicInteger cancelled = new AtomicInteger();
		StepVerifier
			.create(client(server).invokeModelWithBidirectionalStream(REQUEST,
					Flux.just(in("a")).concatWith(Flux.never()).doOnCancel(cancelled::incrementAndGet)))
			.expectNextCount(1)
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(ThrottlingException.class)
				.hasMessageContaining("InvokeModelWithBidirectionalStream failed")
				.hasMessageContaining("r-1"))
			.verify(WAIT);
		await().until(() -> cancelled.get() == 1);
		await().until(() -> server.gone.get() == 1);
	}

	@Test
	void whenServerRefusesThenErrorIsTypedAndInputIsCancelled() {
		Http2Server server = opened(new Http2Server((call, request, response) -> response.status(403)
			.header("content-type", "application/json")
			.header("x-amzn-ErrorType", "AccessDeniedException")
			.sendString(Mono.just("{\"message\":\"no\"}"))
			.then(), HttpProtocol.H2C));
		AtomicInteger cancelled = new AtomicInteger();
		StepVerifier
			.create(client(server).invokeModelWithBidirectionalStream(REQUEST,
					Flux.just(in("a")).concatWith(Flux.never()).doOnCancel(cancelled::incrementAndGet)))
			.expectError(AccessDeniedException.class)
			.verify(WAIT);
		await().until(() -> cancelled.get() == 1);
	}

	@Test
	void whenThereIsOnlyAnApiKeyThenNothingIsSent() {
		Http2Server server = opened(echo());
		AtomicInteger subscribed = new AtomicInteger();
		try (ReactiveBedrockRuntimeTemplate client = ReactiveBedrockRuntimeTemplate.builder()
			.region("eu-central-1")
			.endpoint(server.endpoint())
			.apiKey("key")
			.build()) {
			StepVerifier
				.create(client.invokeModelWithBidirectionalStream(REQUEST,
						Flux.just(in("a")).doOnSubscribe((subscription) -> subscribed.incrementAndGet())))
				.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(SigningException.class)
					.hasMessageContaining("API key")
					.hasMessageContaining("credentials"))
				.verify(WAIT);
		}
		assertThat(server.calls).isEmpty();
		assertThat(subscribed).hasValue(0);
	}

	@Test
	void whenServerCutsTheStreamInsideAMessageThenItIsTruncated() {
		byte[] event = out("abc");
		Http2Server server = opened(
				Http2Server.events((call, payloads) -> Flux.just(out("a"), Arrays.copyOf(event, 20))));
		StepVerifier.create(client(server).invokeModelWithBidirectionalStream(REQUEST, Flux.just(in("a"))))
			.expectNextCount(1)
			.expectError(TruncatedStreamException.class)
			.verify(WAIT);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void whenServerResetsTheStreamOrTheConnectionThenItIsABrokenOne(boolean entireConnection) {
		Http2Server server = opened(new Http2Server((call, request, response) -> response.sendHeaders()
			.sendByteArray(Flux.just(out("a")).concatWith(Mono.delay(Duration.ofMillis(50)).flatMap((tick) -> {
				request.withConnection((connection) -> {
					Channel stream = connection.channel();
					(entireConnection ? stream.parent() : stream).close();
				});
				return Mono.never();
			})))
			.then(), HttpProtocol.H2C));
		StepVerifier
			.create(client(server).invokeModelWithBidirectionalStream(REQUEST,
					Flux.just(in("a")).concatWith(Flux.never())))
			.expectNextCount(1)
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOfAny(ConnectionResetException.class,
					TruncatedStreamException.class))
			.verify(WAIT);
	}

	@Test
	void whenServerSpeaksOnlyHttp11ThenErrorSaysThatHttp2IsNeeded() {
		Http2Server server = opened(new Http2Server(Http2Server.Responder.never(), HttpProtocol.HTTP11));
		StepVerifier.create(client(server).invokeModelWithBidirectionalStream(REQUEST, Flux.just(in("a"))))
			.expectErrorSatisfies(
					(ex) -> assertThat(ex).isInstanceOf(ConnectionFailedException.class).hasMessageContaining("HTTP/2"))
			.verify(WAIT);
		assertThat(server.calls).isEmpty();
	}

	@Test
	void whenEndpointHasTlsThenHttp2IsAgreedUponByAlpn() throws Exception {
		TestCertificate certificate = TestCertificate.create(this.folder);
		Http2Server server = opened(
				new Http2Server(
						(call, request, response) -> response.sendHeaders()
							.sendByteArray(Http2Server.payloads(call, request)
								.map((payload) -> Responses.event("chunk", payload)))
							.then(),
						(http) -> http.protocol(HttpProtocol.H2, HttpProtocol.HTTP11)
							.secure((spec) -> spec.sslContext(certificate.http2Server()))));
		StepVerifier
			.create(tlsClient(server, certificate).invokeModelWithBidirectionalStream(REQUEST, Flux.just(in("a"))))
			.expectNextCount(1)
			.expectComplete()
			.verify(WAIT);
		assertThat(server.calls.get(0).version()).isEqualTo("HTTP/2.0");
		ChunkSignatureCheck.check(server.calls.get(0), "eu-central-1");
	}

	@Test
	void whenEndpointHasTlsWithoutHttp2ThenErrorSaysThatHttp2IsNeeded() throws Exception {
		TestCertificate certificate = TestCertificate.create(this.folder);
		Http2Server server = opened(new Http2Server(Http2Server.Responder.never(),
				(http) -> http.protocol(HttpProtocol.HTTP11).secure((spec) -> spec.sslContext(certificate.server()))));
		StepVerifier
			.create(tlsClient(server, certificate).invokeModelWithBidirectionalStream(REQUEST, Flux.just(in("a"))))
			.expectErrorSatisfies(
					(ex) -> assertThat(ex).isInstanceOf(ConnectionFailedException.class).hasMessageContaining("HTTP/2"))
			.verify(WAIT);
		assertThat(server.calls).isEmpty();
	}

	private ReactiveBedrockRuntimeTemplate tlsClient(Http2Server server, TestCertificate certificate) {
		URI endpoint = URI.create("https://localhost:" + server.port());
		HttpClientResources connections = HttpClientResources.create(Timeouts.defaults().withConnect(WAIT));
		this.open.add(0, connections);
		ReactiveBedrockRuntimeTemplate client = ReactiveBedrockRuntimeTemplate.builder()
			.region("eu-central-1")
			.endpoint(endpoint)
			.credentialsProvider(StaticCredentialsProvider
				.create(AwsBasicCredentials.create(ChunkSignatureCheck.KEY_ID, ChunkSignatureCheck.SECRET)))
			.http2Connector((target) -> new ReactorClientHttpConnector(
					connections.http2Client(target).secure((spec) -> spec.sslContext(certificate.http2Client()))))
			.build();
		this.open.add(0, client);
		return client;
	}

	@Test
	void whenPortIsClosedThenConnectionFailed() {
		DeadPort dead = new DeadPort();
		this.open.add(dead);
		StepVerifier.create(client(dead.endpoint(), Timeouts.defaults()).invokeModelWithBidirectionalStream(REQUEST,
				Flux.just(in("a"))))
			.expectError(ConnectionFailedException.class)
			.verify(WAIT);
	}

	@Test
	void whenServerDoesNotReadThenInputIsNotAskedForMore() {
		Http2Server server = opened(new Http2Server((call, request, response) -> response.sendHeaders()
			.sendByteArray(Flux.just(out("a")).concatWith(Flux.never())), HttpProtocol.H2C));
		AtomicLong asked = new AtomicLong();
		String large = "x".repeat(16 * 1024);
		Flux<InvokeModelWithBidirectionalStreamInput> endless = Flux
			.<InvokeModelWithBidirectionalStreamInput>generate((sink) -> {
				asked.incrementAndGet();
				sink.next(in(large));
			});
		StepVerifier.create(client(server).invokeModelWithBidirectionalStream(REQUEST, endless))
			.expectNextCount(1)
			.expectNoEvent(Duration.ofMillis(500))
			.thenCancel()
			.verify(WAIT);
		assertThat(asked.get()).isLessThan(1000);
	}

	@Test
	void whenReaderDoesNotAskThenServerIsNotRead() {
		AtomicLong sent = new AtomicLong();
		String large = "x".repeat(16 * 1024);
		Http2Server server = opened(
				Http2Server.events((call, payloads) -> Flux.<byte[]>generate((sink) -> sink.next(out(large)))
					.doOnNext((event) -> sent.incrementAndGet())));
		StepVerifier
			.create(client(server).invokeModelWithBidirectionalStream(REQUEST,
					Flux.just(in("a")).concatWith(Flux.never())), 1)
			.expectNextCount(1)
			.thenAwait(Duration.ofMillis(500))
			.thenCancel()
			.verify(WAIT);
		assertThat(sent.get()).isLessThan(1000);
	}

	@Test
	void whenServerIsSilentThenIdleTimeoutEndsTheCall() {
		Http2Server server = opened(
				Http2Server.events((call, payloads) -> Flux.just(out("a")).concatWith(Flux.never())));
		AtomicInteger cancelled = new AtomicInteger();
		StepVerifier
			.create(client(server, Timeouts.defaults().withIdle(Duration.ofMillis(200)))
				.invokeModelWithBidirectionalStream(REQUEST,
						Flux.<InvokeModelWithBidirectionalStreamInput>never().doOnCancel(cancelled::incrementAndGet)))
			.expectNextCount(1)
			.expectError(IdleTimeoutException.class)
			.verify(WAIT);
		await().until(() -> server.gone.get() == 1 && cancelled.get() == 1);
	}

	@Test
	void whenSubscribedAgainThenItIsAnotherCall() {
		Http2Server server = opened(echo());
		Flux<String> responses = client(server).invokeModelWithBidirectionalStream(REQUEST, Flux.just(in("a"), in("b")))
			.map(BidirectionalStreamTests::text);
		for (int i = 0; i < 2; i++) {
			StepVerifier.create(responses).expectNext("a", "b").expectComplete().verify(WAIT);
		}
		assertThat(server.calls).hasSize(2);
	}

	@Test
	void whenCallsEndInAnyWayThenTheirConnectionsServeOthers() {
		byte[] exception = EventStreamEncoder.encode(EventStreamMessage.exception("validationException", new byte[0]));
		Http2Server server = opened(
				Http2Server.events((call, payloads) -> payloads.flatMap((payload) -> switch (payload) {
					case "{\"bytes\":\"ZXhjZXB0aW9u\"}" -> Flux.just(exception);
					case "{\"bytes\":\"c2lsZW5jZQ==\"}" -> Flux.never();
					default -> Flux.just(Responses.event("chunk", payload));
				})));
		ReactiveBedrockRuntimeTemplate client = client(server, 2);
		for (int i = 0; i < 10; i++) {
			StepVerifier.create(call(client, Flux.just(in("a")))).expectNextCount(1).expectComplete().verify(WAIT);
			StepVerifier.create(call(client, Flux.just(in("a")).concatWith(Flux.never())))
				.expectNextCount(1)
				.thenCancel()
				.verify(WAIT);
			StepVerifier.create(call(client, Flux.just(in("exception")).concatWith(Flux.never())))
				.expectError(ValidationException.class)
				.verify(WAIT);
			StepVerifier.create(call(client, Flux.error(new IllegalStateException("microphone"))))
				.expectError(BedrockRuntimeClientException.class)
				.verify(WAIT);
			int calls = server.calls.size();
			Disposable silent = call(client, Flux.just(in("silence")).concatWith(Flux.never())).subscribe();
			await().until(() -> server.calls.size() > calls);
			silent.dispose();
		}
		assertThat(server.opened.get()).isLessThan(server.calls.size());
	}

	@Test
	void whenAllConnectionsAreInUseThenAcquireTimeoutEndsTheCall() {
		Http2Server server = opened(echo());
		ReactiveBedrockRuntimeTemplate client = client(server, HttpClientResources.create(Timeouts.defaults(), 1));
		Disposable taken = call(client, Flux.just(in("a")).concatWith(Flux.never())).subscribe();
		await().until(() -> server.calls.size() == 1);
		// Not for the first call, whose connection is not made yet.
		ReactiveBedrockRuntimeTemplate impatient = client
			.withTimeouts((timeouts) -> timeouts.withAcquire(Duration.ofMillis(200)));
		StepVerifier.create(call(impatient, Flux.just(in("a"))))
			.expectError(AcquireTimeoutException.class)
			.verify(WAIT);
		taken.dispose();
	}

	private static Flux<InvokeModelWithBidirectionalStreamOutput> call(ReactiveBedrockRuntimeTemplate client,
			Flux<InvokeModelWithBidirectionalStreamInput> input) {
		return client.invokeModelWithBidirectionalStream(REQUEST, input);
	}

	private ReactiveBedrockRuntimeTemplate client(Http2Server server, int maxConnections) {
		return client(server, HttpClientResources.create(Timeouts.defaults(), maxConnections));
	}

	private ReactiveBedrockRuntimeTemplate client(Http2Server server, HttpClientResources connections) {
		this.open.add(0, connections);
		ReactiveBedrockRuntimeTemplate client = ReactiveBedrockRuntimeTemplate.builder()
			.region("eu-central-1")
			.endpoint(server.endpoint())
			.credentialsProvider(StaticCredentialsProvider
				.create(AwsBasicCredentials.create(ChunkSignatureCheck.KEY_ID, ChunkSignatureCheck.SECRET)))
			.http2Connector((target) -> new ReactorClientHttpConnector(connections.http2Client(target)))
			.build();
		this.open.add(0, client);
		return client;
	}

	@Test
	void whenOneCallIsNotReadThenAnotherOneIsNotHeldUp() {
		String large = "x".repeat(16 * 1024);
		Http2Server server = opened(Http2Server.events((call, payloads) -> (call == server().calls.get(0))
				? Flux.generate((sink) -> sink.next(out(large))) : payloads.map((payload) -> out("b"))));
		ReactiveBedrockRuntimeTemplate client = client(server);
		Disposable unread = client
			.invokeModelWithBidirectionalStream(REQUEST, Flux.just(in("a")).concatWith(Flux.never()))
			.subscribeWith(new BaseSubscriber<>() {

				@Override
				protected void hookOnSubscribe(Subscription subscription) {
					subscription.request(1);
				}

			});
		await().until(() -> server.calls.size() == 1);
		for (int i = 0; i < 10; i++) {
			StepVerifier.create(client.invokeModelWithBidirectionalStream(REQUEST, Flux.just(in("b"))))
				.expectNextCount(1)
				.expectComplete()
				.verify(WAIT);
		}
		unread.dispose();
	}

	private Http2Server server() {
		return (Http2Server) this.open.get(this.open.size() - 1);
	}

	@Test
	void whenManyCallsAreMadeAtOnceThenEachHasItsOwnResponses() {
		Http2Server server = opened(echo());
		// 300 connections are made at the same time.
		ReactiveBedrockRuntimeTemplate client = client(server, Timeouts.defaults().withConnect(WAIT));
		List<List<String>> responses = Flux.range(0, 300)
			.flatMap((call) -> client
				.invokeModelWithBidirectionalStream(REQUEST, Flux.range(0, 10).map((number) -> in(call + "-" + number)))
				.map(BidirectionalStreamTests::text)
				.collectList(), 300)
			.collectList()
			.block(Duration.ofSeconds(50));
		assertThat(responses).hasSize(300).allSatisfy((list) -> {
			String call = list.get(0).split("-")[0];
			assertThat(list)
				.containsExactlyElementsOf(Flux.range(0, 10).map((number) -> call + "-" + number).toIterable());
		});
		assertThat(server.calls).allSatisfy((call) -> ChunkSignatureCheck.check(call, "eu-central-1"));
	}

	@Test
	void whenModelIdIsAnArnThenItIsOneSegment() {
		Http2Server server = opened(echo());
		StepVerifier.create(client(server).invokeModelWithBidirectionalStream(
				new InvokeModelWithBidirectionalStreamRequest("arn:aws:bedrock:eu-central-1::foundation-model/a"),
				Flux.empty()))
			.expectComplete()
			.verify(WAIT);
		assertThat(server.calls.get(0).line())
			.isEqualTo("POST /model/arn%3Aaws%3Abedrock%3Aeu-central-1%3A%3Afoundation-model%2Fa"
					+ "/invoke-with-bidirectional-stream");
		ChunkSignatureCheck.check(server.calls.get(0), "eu-central-1");
	}

}
