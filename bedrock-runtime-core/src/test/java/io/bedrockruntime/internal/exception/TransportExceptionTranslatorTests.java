package io.bedrockruntime.internal.exception;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.exception.AcquireTimeoutException;
import io.bedrockruntime.exception.BedrockRuntimeClientException;
import io.bedrockruntime.exception.BedrockRuntimeException;
import io.bedrockruntime.exception.ConnectTimeoutException;
import io.bedrockruntime.exception.ConnectionFailedException;
import io.bedrockruntime.exception.ConnectionResetException;
import io.bedrockruntime.exception.InvalidResponseException;
import io.bedrockruntime.exception.ResponseTimeoutException;
import io.bedrockruntime.exception.ServiceError;
import io.bedrockruntime.exception.ThrottlingException;
import io.bedrockruntime.exception.TruncatedStreamException;
import io.bedrockruntime.http.HttpClientResources;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.settings.Timeouts;
import io.bedrockruntime.testserver.RawServer;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.timeout.ReadTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.PrematureCloseException;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;
import reactor.test.StepVerifier;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link TransportExceptionTranslator}, by itself and on both transports of
 * Netty.
 */
@Tag("slow")
class TransportExceptionTranslatorTests {

	private static final Duration WAIT = Duration.ofSeconds(20);

	private static final ConverseRequest REQUEST = ConverseRequest.of("model", "text");

	private static final ConverseStreamRequest STREAM = ConverseStreamRequest.of("model", "text");

	/** The class has no constructor for others. */
	private static final Exception PREMATURE_CLOSE = PrematureCloseException.TEST_EXCEPTION;

	private final RawServer server = new RawServer();

	@AfterEach
	void close() {
		this.server.close();
	}

	static Stream<Arguments> failuresBeforeAResponse() {
		return Stream.of(arguments(new io.netty.channel.ConnectTimeoutException("x"), ConnectTimeoutException.class),
				arguments(ReadTimeoutException.INSTANCE, ResponseTimeoutException.class),
				arguments(new TimeoutException("x"), ResponseTimeoutException.class),
				arguments(new ConnectException("x"), ConnectionFailedException.class),
				arguments(new NoRouteToHostException("x"), ConnectionFailedException.class),
				arguments(new UnknownHostException("x"), ConnectionFailedException.class),
				arguments(new UnresolvedAddressException(), ConnectionFailedException.class),
				arguments(new SSLHandshakeException("x"), ConnectionFailedException.class),
				arguments(new DecoderException(new SSLHandshakeException("x")), ConnectionFailedException.class),
				arguments(new SSLException("x"), ConnectionResetException.class),
				arguments(new DecoderException(new SSLException("x")), ConnectionResetException.class),
				arguments(new SocketException("Connection reset"), ConnectionResetException.class),
				arguments(new ClosedChannelException(), ConnectionResetException.class),
				arguments(new EOFException(), ConnectionResetException.class),
				arguments(PREMATURE_CLOSE, ConnectionResetException.class),
				arguments(new IllegalStateException("x"), BedrockRuntimeClientException.class));
	}

	@ParameterizedTest
	@MethodSource("failuresBeforeAResponse")
	void whenThereIsNoResponseThenFailureIsTranslated(Exception fault,
			Class<? extends BedrockRuntimeException> expected) {
		WebClientRequestException wrapped = new WebClientRequestException(fault, HttpMethod.POST,
				URI.create("http://localhost/secretword"), HttpHeaders.EMPTY);
		for (Throwable thrown : new Throwable[] { fault, wrapped }) {
			assertThat(TransportExceptionTranslator.beforeResponse("Converse", thrown)).isExactlyInstanceOf(expected)
				.hasMessageStartingWith("Converse failed")
				.hasMessageNotContaining("secretword")
				.hasRootCause((fault instanceof DecoderException) ? fault.getCause() : fault);
		}
	}

	@Test
	void whenFailureIsTranslatedThenItIsUnchanged() {
		for (Throwable named : new Throwable[] { new TruncatedStreamException("cut", null),
				new ThrottlingException(
						new ServiceError("Converse", 429, null, null, null, false, null, null, null, null)),
				new NoClassDefFoundError("x") }) {
			assertThat(TransportExceptionTranslator.beforeResponse("Converse", named)).isSameAs(named);
			assertThat(TransportExceptionTranslator.whileReading("Converse", named)).isSameAs(named);
			assertThat(TransportExceptionTranslator.whileStreaming("Converse", named)).isSameAs(named);
		}
	}

	@Test
	void whenResponseHadBegunThenFailureIsTranslated() {
		IOException reset = new IOException("Connection reset by peer");
		assertThat(TransportExceptionTranslator.whileReading("Converse", reset))
			.isExactlyInstanceOf(ConnectionResetException.class);
		assertThat(TransportExceptionTranslator.whileStreaming("Converse", reset))
			.isExactlyInstanceOf(ConnectionResetException.class);
		assertThat(TransportExceptionTranslator.whileReading("Converse", PREMATURE_CLOSE))
			.isExactlyInstanceOf(ConnectionResetException.class);
		assertThat(TransportExceptionTranslator.whileStreaming("Converse", PREMATURE_CLOSE))
			.isExactlyInstanceOf(TruncatedStreamException.class);
		assertThat(TransportExceptionTranslator.whileStreaming("Converse",
				new DecoderException(new SSLException("bad MAC"))))
			.isExactlyInstanceOf(ConnectionResetException.class);
		assertThat(TransportExceptionTranslator.whileStreaming("Converse", new IllegalStateException()))
			.isExactlyInstanceOf(BedrockRuntimeClientException.class);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void whenPeerBreaksOffThenBothTransportsGiveTheSame(boolean preferNative) {
		LoopResources loop = LoopResources.create("test", 1, 1, true, false);
		ConnectionProvider pool = ConnectionProvider.builder("test")
			.maxConnections(1)
			.pendingAcquireMaxCount(1)
			.pendingAcquireTimeout(Duration.ofSeconds(1))
			.build();
		HttpClient http = HttpClientResources.create(Timeouts.defaults())
			.configure(HttpClient.create(pool).runOn(loop, preferNative));
		try (ReactiveBedrockRuntimeTemplate client = client(this.server.endpoint(), http)) {
			this.server.respond(RawServer.Peer::reset);
			fails(client, ConnectionResetException.class, ConnectionResetException.class);
			this.server.respond(RawServer.Peer::fin);
			fails(client, ConnectionResetException.class, ConnectionResetException.class);
			this.server.respond((peer) -> {
				peer.write("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{");
				peer.fin();
			});
			fails(client, ConnectionResetException.class, TruncatedStreamException.class);
			this.server.respond((peer) -> {
				peer.write("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{");
				peer.reset();
			});
			fails(client, ConnectionResetException.class, ConnectionResetException.class);
			this.server.respond((peer) -> {
				peer.write("no HTTP at all\r\n\r\n");
				peer.fin();
			});
			fails(client, InvalidResponseException.class, InvalidResponseException.class);
			exhaustedPool(client);
		}
		finally {
			pool.dispose();
			loop.disposeLater(Duration.ZERO, WAIT).block(WAIT);
		}
	}

	private void exhaustedPool(ReactiveBedrockRuntimeTemplate client) {
		int before = this.server.requests().size();
		this.server.respond((peer) -> {
		});
		Disposable holder = client.converse(REQUEST).subscribe();
		await().until(() -> this.server.requests().size() == before + 1);
		Disposable waiter = client.converse(REQUEST).onErrorComplete().subscribe();
		fails(client, AcquireTimeoutException.class, AcquireTimeoutException.class);
		await().until(waiter::isDisposed);
		StepVerifier.create(client.converse(REQUEST)).expectError(AcquireTimeoutException.class).verify(WAIT);
		holder.dispose();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void whenTlsCannotBeAgreedThenNothingWasSent(boolean speaks) {
		// The peer reads the client's preface as a request that never ends, or responds
		// in plain text.
		try (RawServer plain = speaks ? RawServer.greeting("HTTP/1.1 400 Bad Request\r\n\r\n") : RawServer.greeting("");
				ReactiveBedrockRuntimeTemplate client = client(URI.create("https://127.0.0.1:" + plain.port()),
						HttpClientResources.create(Timeouts.defaults()).httpClient())) {
			fails(client, ConnectionFailedException.class, ConnectionFailedException.class);
		}
	}

	private static void fails(ReactiveBedrockRuntimeTemplate client, Class<? extends Throwable> unary,
			Class<? extends Throwable> stream) {
		StepVerifier.create(client.converse(REQUEST))
			.expectErrorSatisfies((ex) -> assertThat(ex).isExactlyInstanceOf(unary))
			.verify(WAIT);
		StepVerifier.create(client.converseStream(STREAM))
			.expectErrorSatisfies((ex) -> assertThat(ex).isExactlyInstanceOf(stream))
			.verify(WAIT);
	}

	private static ReactiveBedrockRuntimeTemplate client(URI endpoint, HttpClient http) {
		return ReactiveBedrockRuntimeTemplate.builder()
			.region("eu-central-1")
			.endpoint(endpoint)
			.apiKey("key")
			.webClientBuilder(WebClient.builder().clientConnector(new ReactorClientHttpConnector(http)))
			.build();
	}

}
