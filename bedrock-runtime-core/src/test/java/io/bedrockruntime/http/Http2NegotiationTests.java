package io.bedrockruntime.http;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.exception.ConnectionFailedException;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.settings.ConnectionSettings;
import io.bedrockruntime.settings.RetrySettings;
import io.bedrockruntime.settings.Timeouts;
import io.bedrockruntime.testserver.Http2Server;
import io.bedrockruntime.testserver.Responses;
import io.bedrockruntime.testserver.TestCertificate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.HttpProtocol;
import reactor.test.StepVerifier;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the negotiation of the HTTP version.
 */
@Tag("slow")
class Http2NegotiationTests {

	private static final Duration WAIT = Duration.ofSeconds(20);

	private static final ConverseRequest REQUEST = ConverseRequest.of("model", "text");

	private static final ConverseStreamRequest STREAM = ConverseStreamRequest.of("model", "text");

	private static final ConverseStreamRequest ENDLESS = ConverseStreamRequest.of("endless", "text");

	private static final Http2Server.Responder ANSWER = (call, request, response) -> {
		if (call.line().contains("/endless/")) {
			return response.sendByteArray(Flux.just(Responses.START).concatWith(Flux.never())).then();
		}
		if (call.line().endsWith("/converse")) {
			return response.header("content-type", "application/json")
				.sendString(Mono.just(Responses.CONVERSE_RESPONSE))
				.then();
		}
		return response.sendByteArray(Flux.just(Responses.START, Responses.DELTA, Responses.STOP, Responses.METADATA))
			.then();
	};

	@TempDir
	private Path folder;

	@Test
	void whenEndpointOffersBothThenHttp2IsNegotiated() throws Exception {
		TestCertificate certificate = TestCertificate.create(this.folder);
		try (Http2Server server = new Http2Server(ANSWER, (http) -> http.protocol(HttpProtocol.H2, HttpProtocol.HTTP11)
			.secure((spec) -> spec.sslContext(certificate.http2Server())))) {
			serves(server, certificate, "https", ConnectionSettings.Http2.NEGOTIATED, "HTTP/2.0");
		}
	}

	@Test
	void whenEndpointOffersOnlyHttp11ThenItIsSpoken() throws Exception {
		TestCertificate certificate = TestCertificate.create(this.folder);
		try (Http2Server server = new Http2Server(ANSWER,
				(http) -> http.protocol(HttpProtocol.HTTP11).secure((spec) -> spec.sslContext(certificate.server())))) {
			serves(server, certificate, "https", ConnectionSettings.Http2.NEGOTIATED, "HTTP/1.1");
		}
	}

	@Test
	void whenEndpointHasNoTlsThenHttp11IsSpokenUnlessHttp2IsRequired() throws Exception {
		TestCertificate certificate = TestCertificate.create(this.folder);
		try (Http2Server server = new Http2Server(ANSWER,
				(http) -> http.protocol(HttpProtocol.H2C, HttpProtocol.HTTP11))) {
			serves(server, certificate, "http", ConnectionSettings.Http2.NEGOTIATED, "HTTP/1.1");
			serves(server, certificate, "http", ConnectionSettings.Http2.REQUIRED, "HTTP/2.0");
		}
	}

	@Test
	void whenHttp2IsDisabledThenHttp11IsSpokenWithAnEndpointThatOffersBoth() throws Exception {
		TestCertificate certificate = TestCertificate.create(this.folder);
		try (Http2Server server = new Http2Server(ANSWER, (http) -> http.protocol(HttpProtocol.H2, HttpProtocol.HTTP11)
			.secure((spec) -> spec.sslContext(certificate.http2Server())))) {
			serves(server, certificate, "https", ConnectionSettings.Http2.DISABLED, "HTTP/1.1");
		}
	}

	@Test
	void whenHttp2IsRequiredOfAnEndpointWithoutItThenErrorSaysSo() throws Exception {
		TestCertificate certificate = TestCertificate.create(this.folder);
		try (Http2Server server = new Http2Server(ANSWER,
				(http) -> http.protocol(HttpProtocol.HTTP11).secure((spec) -> spec.sslContext(certificate.server())));
				HttpClientResources connections = connections(ConnectionSettings.Http2.REQUIRED);
				ReactiveBedrockRuntimeTemplate client = client(server, certificate, "https", connections, true)) {
			StepVerifier.create(client.converse(REQUEST))
				.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(ConnectionFailedException.class)
					.hasMessageContaining("HTTP/2"))
				.verify(WAIT);
			assertThat(server.calls).isEmpty();
		}
	}

	/**
	 * Uses a single connection, so that a connection that is not returned stops the next
	 * call.
	 */
	private static void serves(Http2Server server, TestCertificate certificate, String scheme,
			ConnectionSettings.Http2 http2, String version) {
		int before = server.calls.size();
		int gone = server.gone.get();
		try (HttpClientResources connections = connections(http2);
				ReactiveBedrockRuntimeTemplate client = client(server, certificate, scheme, connections,
						http2 != ConnectionSettings.Http2.DISABLED)) {
			for (int i = 0; i < 5; i++) {
				assertThat(client.converse(REQUEST).block(WAIT).text()).isEqualTo("Hi");
				assertThat(client.converseStream(STREAM).collectList().block(WAIT)).hasSize(4);
			}
			for (int i = 1; i <= 3; i++) {
				assertThat(client.converseStream(ENDLESS).blockFirst(WAIT)).isNotNull();
				int cancelled = gone + i;
				await().atMost(WAIT).until(() -> server.gone.get() == cancelled);
			}
			assertThat(Flux.range(0, 20).flatMap((i) -> client.converse(REQUEST)).count().block(WAIT)).isEqualTo(20);
		}
		assertThat(server.calls).hasSize(before + 33);
		assertThat(server.calls.subList(before, before + 33)).extracting(Http2Server.Call::version)
			.containsOnly(version);
	}

	private static HttpClientResources connections(ConnectionSettings.Http2 http2) {
		return HttpClientResources.create(Timeouts.defaults().withConnect(WAIT),
				ConnectionSettings.defaults().withHttp2(http2).withMaxConnections(1));
	}

	private static ReactiveBedrockRuntimeTemplate client(Http2Server server, TestCertificate certificate, String scheme,
			HttpClientResources connections, boolean http2) {
		return ReactiveBedrockRuntimeTemplate.builder()
			.region("eu-central-1")
			.endpoint(URI.create(scheme + "://localhost:" + server.port()))
			.apiKey("key")
			.retries(RetrySettings.none())
			.webClientBuilder(WebClient.builder()
				.clientConnector(new ReactorClientHttpConnector(connections.httpClient()
					.secure((spec) -> spec.sslContext(http2 ? certificate.http2Client() : certificate.client())))))
			.build();
	}

}
