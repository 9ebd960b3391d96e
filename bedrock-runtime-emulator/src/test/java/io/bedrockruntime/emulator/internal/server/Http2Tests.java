package io.bedrockruntime.emulator.internal.server;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import javax.net.ssl.TrustManagerFactory;

import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.record.Cancellation;
import io.bedrockruntime.emulator.record.ReceivedEvents;
import io.bedrockruntime.emulator.script.Fault;
import io.bedrockruntime.emulator.script.Reply;
import io.bedrockruntime.emulator.script.ScriptEntry;
import io.bedrockruntime.emulator.testing.Poll;
import io.bedrockruntime.emulator.testing.SignedEvents;
import io.bedrockruntime.emulator.testing.TestCertificate;
import io.bedrockruntime.eventstream.EventStreamMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.Http2Exception;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.Http2SslContextSpec;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.PrematureCloseException;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.tcp.SslProvider.GenericSslContextSpec;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class Http2Tests {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private static final String BODY = "{\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"Hello\"}]}]}";

	@TempDir
	static Path folder;

	private static TestCertificate certificate;

	private BedrockRuntimeEmulator emulator;

	private ConnectionProvider connections;

	private HttpClient client;

	@BeforeAll
	static void makeCertificate() {
		certificate = TestCertificate.create(folder);
	}

	@BeforeEach
	void start() throws GeneralSecurityException {
		this.emulator = BedrockRuntimeEmulator.builder()
			.apiKey("key")
			.tokensPerSecond(0)
			.tls(certificate.keyManagers())
			.start();
		this.connections = ConnectionProvider.builder("http2-tests")
			.maxConnections(1)
			.pendingAcquireMaxCount(-1)
			.build();
		TrustManagerFactory trusted = certificate.trustManagers();
		this.client = HttpClient.create(this.connections)
			.protocol(HttpProtocol.H2)
			.secure((ssl) -> ssl.sslContext(trusting(trusted)));
	}

	@AfterEach
	void stop() {
		this.connections.disposeLater().block(TIMEOUT);
		this.emulator.close();
	}

	@Test
	void whenClientBeginsWithHttp2ThenItIsSpokenInCleartext() {
		try (BedrockRuntimeEmulator cleartext = BedrockRuntimeEmulator.builder().apiKey("key").start()) {
			HttpClient client = HttpClient.create(this.connections).protocol(HttpProtocol.H2C);
			StepVerifier.create(post(client, cleartext, "converse").responseSingle((response, body) -> {
				assertThat(response.version().text()).isEqualTo("HTTP/2.0");
				assertThat(response.responseHeaders().get("x-amzn-RequestId")).isNotEmpty();
				return body.asString();
			})).assertNext((text) -> assertThat(text).contains("> Hello")).expectComplete().verify(TIMEOUT);
			assertThat(cleartext.cancellations()).isEmpty();
		}
	}

	@Test
	void whenOneConnectionCarriesAThousandRequestsThenAllGetResponses() {
		assertThat(Flux.range(0, 1000)
			.flatMap((number) -> post("converse").responseSingle((response, body) -> body.asString()), 100)
			.filter((text) -> text.contains("> Hello"))
			.count()
			.block(Duration.ofSeconds(60))).isEqualTo(1000);
		// A response ends here only after its client has received it.
		Poll.until(() -> this.emulator.activeResponses() == 0);
	}

	@Test
	void whenStreamIsResetThenTheOthersOfItsConnectionLive() {
		this.emulator.script().fault(new Fault.ResetAfterEvents(2));
		this.emulator.script().fault(new Fault.SilenceAfterEvents(1, Duration.ofMillis(600)));
		Flux<String> reset = events();
		Mono<List<String>> other = events().collectList();
		StepVerifier
			.create(Flux.zip(reset.then(Mono.just("completed")).onErrorResume((ex) -> Mono.just(kind(ex))), other))
			.assertNext((both) -> {
				assertThat(both.getT1()).isEqualTo("reset");
				assertThat(String.join("", both.getT2())).contains("metadata");
			})
			.expectComplete()
			.verify(TIMEOUT);
		assertThat(this.emulator.cancellations()).isEmpty();
	}

	@Test
	void whenStreamIsResetBeforeHeadersThenClientSeesIt() {
		this.emulator.script().fault(new Fault.ResetBeforeHeaders());
		StepVerifier.create(events()).expectErrorMatches((ex) -> kind(ex).equals("reset")).verify(TIMEOUT);
	}

	@Test
	void whenConnectionIsResetThenAllItsStreamsEnd() {
		this.emulator.script()
			.fault(new Fault.SilenceAfterEvents(1, Fault.FOREVER))
			.fault(new Fault.ResetConnectionAfterEvents(1));
		Mono<String> first = events().then(Mono.just("completed")).onErrorResume((ex) -> Mono.just("failed"));
		Mono<String> second = Mono.fromCallable(() -> this.emulator.awaitRequests(1, TIMEOUT))
			.subscribeOn(Schedulers.boundedElastic())
			.then(events().then(Mono.just("completed")).onErrorResume((ex) -> Mono.just("failed")));
		StepVerifier.create(Mono.zip(first, second)).assertNext((both) -> {
			assertThat(both.getT1()).isEqualTo("failed");
			assertThat(both.getT2()).isEqualTo("failed");
		}).expectComplete().verify(TIMEOUT);
	}

	@Test
	void whenConnectionIsClosedThenResponseIsNotComplete() {
		this.emulator.script().fault(new Fault.CloseWithoutLastChunk(2));
		List<String> received = new ArrayList<>();
		StepVerifier.create(events().doOnNext(received::add).then()).expectError().verify(TIMEOUT);
		assertThat(String.join("", received)).contains("messageStart");
		// The connection is closed, and another one replaces it.
		StepVerifier.create(events().then()).expectComplete().verify(TIMEOUT);
	}

	@Test
	void whenMessageEndsTooEarlyThenStreamEndsInOrder() {
		this.emulator.script().fault(new Fault.EndAfterEvents(2)).fault(new Fault.CutInsideEvent(1));
		for (int i = 0; i < 2; i++) {
			StepVerifier.create(events().collectList())
				.assertNext((parts) -> assertThat(String.join("", parts)).contains("messageStart")
					.doesNotContain("metadata"))
				.expectComplete()
				.verify(TIMEOUT);
		}
	}

	@Test
	void whenClientCancelsThenItIsNoticedAndConnectionLives() {
		this.emulator.script().fault(new Fault.SilenceAfterEvents(3, Fault.FOREVER));
		StepVerifier.create(events().take(1)).expectNextCount(1).expectComplete().verify(TIMEOUT);
		List<Cancellation> cancellations = this.emulator.awaitCancellations(1, TIMEOUT);
		assertThat(cancellations.get(0).eventsSent()).isBetween(1, 3);
		assertThat(cancellations.get(0).eventsLeft()).isPositive();
		assertThat(this.emulator.activeResponses()).isZero();
		StepVerifier.create(events().then()).expectComplete().verify(TIMEOUT);
	}

	@Test
	void whenClientCancelsBeforeHeadersThenItIsNoticed() {
		this.emulator.script().fault(new Fault.SilenceBeforeHeaders(Fault.FOREVER));
		Disposable call = events().subscribe();
		this.emulator.awaitRequests(1, TIMEOUT);
		call.dispose();
		assertThat(this.emulator.awaitCancellations(1, TIMEOUT).get(0).eventsSent()).isZero();
	}

	@Test
	void whenHundredsCancelThenConnectionLives() {
		this.emulator.script().add(ScriptEntry.of(new Fault.SilenceAfterEvents(1, Fault.FOREVER)).times(500));
		Flux.range(0, 500).flatMap((number) -> events().take(1).then(), 50).then().block(Duration.ofSeconds(60));
		this.emulator.awaitCancellations(500, TIMEOUT);
		assertThat(this.emulator.activeResponses()).isZero();
		StepVerifier.create(events().then()).expectComplete().verify(TIMEOUT);
	}

	@Test
	void whenEmulatorClosesThenOpenStreamsEnd() {
		this.emulator.script().fault(new Fault.SilenceAfterEvents(1, Fault.FOREVER));
		StepVerifier.create(events())
			.expectNextCount(1)
			.then(this.emulator::close)
			.thenConsumeWhile((part) -> true)
			.expectError()
			.verify(TIMEOUT);
	}

	@Test
	void whenClientDoesNotReadThenEventsWaitAndNothingPilesUp() {
		String json = "{\"contentBlockDelta\":\"" + "x".repeat(60_000) + "\"}";
		this.emulator.script()
			.reply(new Reply.Events(IntStream.range(0, 400)
				.mapToObj((number) -> EventStreamMessage.event("contentBlockDelta",
						json.getBytes(StandardCharsets.UTF_8)))
				.toList()));
		StepVerifier.create(events(), 1)
			.expectNextCount(1)
			.then(() -> this.emulator.awaitRequests(1, TIMEOUT))
			.expectNoEvent(Duration.ofMillis(500))
			.thenCancel()
			.verify(TIMEOUT);
		Cancellation cancellation = this.emulator.awaitCancellations(1, TIMEOUT).get(0);
		assertThat(cancellation.eventsSent()).isLessThan(100);
	}

	@Test
	void whenSessionIsNotReadThenOthersOfItsConnectionStillGetResponses() {
		this.emulator.script()
			.add(ScriptEntry.of(new Fault.SilenceBeforeFirstEvent(Fault.FOREVER))
				.on("InvokeModelWithBidirectionalStream"));
		SignedEvents signed = new SignedEvents(this.emulator, "example.echo", SignedEvents.LITERAL);
		Map<String, String> headers = signed.headers();
		String content = "x".repeat(60_000);
		Flux<ByteBuf> frames = Flux.range(0, 1_000)
			.map((number) -> Unpooled.wrappedBuffer(signed.frame(SignedEvents.chunk(content))));
		Disposable session = this.client.headers((all) -> headers.forEach(all::set))
			.post()
			.uri(signed.uri())
			.send((request, outbound) -> outbound.send(frames, (frame) -> true))
			.response((response, body) -> body.asByteArray())
			.subscribe();
		ReceivedEvents received = this.emulator.awaitRequests(1, TIMEOUT).get(0).receivedEvents();
		received.await(30, TIMEOUT);
		assertThat(Poll.untilStill(received::count)).isLessThan(200);
		StepVerifier.create(events().then()).expectComplete().verify(TIMEOUT);
		session.dispose();
		this.emulator.awaitCancellations(1, TIMEOUT);
	}

	private Flux<String> events() {
		return post("converse-stream").response((response, body) -> body.asString(StandardCharsets.ISO_8859_1));
	}

	private HttpClient.ResponseReceiver<?> post(String operation) {
		return post(this.client, this.emulator, operation);
	}

	private static HttpClient.ResponseReceiver<?> post(HttpClient client, BedrockRuntimeEmulator emulator,
			String operation) {
		return client
			.headers((headers) -> headers.set("Authorization", "Bearer key").set("Content-Type", "application/json"))
			.post()
			.uri(emulator.endpoint().resolve("/model/anthropic.claude-x/" + operation))
			.send(ByteBufFlux.fromString(Mono.just(BODY)));
	}

	private static GenericSslContextSpec<?> trusting(TrustManagerFactory trusted) {
		return Http2SslContextSpec.forClient().configure((context) -> context.trustManager(trusted));
	}

	private static String kind(Throwable failure) {
		return (failure instanceof Http2Exception || failure.getMessage().contains("RST_STREAM")
				|| failure.getMessage().contains("reset") || failure instanceof PrematureCloseException) ? "reset"
						: failure.toString();
	}

}
