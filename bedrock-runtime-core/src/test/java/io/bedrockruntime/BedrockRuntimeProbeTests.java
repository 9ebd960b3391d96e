package io.bedrockruntime;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;

import javax.net.ssl.SSLException;

import io.bedrockruntime.event.CallOutcomes;
import io.bedrockruntime.exception.ConnectTimeoutException;
import io.bedrockruntime.exception.ConnectionFailedException;
import io.bedrockruntime.exception.ServiceUnavailableException;
import io.bedrockruntime.exception.ThrottlingException;
import io.bedrockruntime.http.HttpClientResources;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.settings.ConnectionSettings;
import io.bedrockruntime.settings.FailoverSettings;
import io.bedrockruntime.settings.FailoverTarget;
import io.bedrockruntime.settings.RetrySettings;
import io.bedrockruntime.settings.Timeouts;
import io.bedrockruntime.testserver.DeadPort;
import io.bedrockruntime.testserver.Http2Server;
import io.bedrockruntime.testserver.ProxyServer;
import io.bedrockruntime.testserver.RawServer;
import io.bedrockruntime.testserver.TestCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link BedrockRuntimeProbe}.
 */
class BedrockRuntimeProbeTests {

	private static final Duration WAIT = Duration.ofSeconds(20);

	private static final String THROTTLED = "HTTP/1.1 429 No\r\nx-amzn-ErrorType: ThrottlingException\r\n"
			+ "content-length: 2\r\n\r\n{}";

	private static final String LISTING = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n"
			+ "content-length: 2\r\n\r\n{}";

	// Connections

	@Test
	void whenEndpointTakesConnectionThenNothingIsSentOverIt() {
		try (RawServer server = new RawServer(); ReactiveBedrockRuntimeTemplate client = client(server.endpoint())) {
			connect(client.probe(), ConnectionSettings.defaults());
			connect(client.probe(), ConnectionSettings.defaults());
			await().atMost(WAIT).until(() -> server.goneClients() == 2);
			assertThat(server.connections()).isEqualTo(2);
			assertThat(server.requests()).isEmpty();
		}
	}

	@Test
	void whenPortIsClosedThenItFailsAsACallDoes() {
		try (DeadPort dead = new DeadPort(); ReactiveBedrockRuntimeTemplate client = client(dead.endpoint())) {
			assertThatExceptionOfType(ConnectionFailedException.class)
				.isThrownBy(() -> connect(client.probe(), ConnectionSettings.defaults()))
				.withCauseInstanceOf(ConnectException.class);
		}
	}

	@Test
	void whenHostIsUnknownThenItFailsAsACallDoes() {
		try (ReactiveBedrockRuntimeTemplate client = client(URI.create("https://bedrock.invalid"))) {
			assertThatExceptionOfType(ConnectionFailedException.class)
				.isThrownBy(() -> connect(client.probe(), ConnectionSettings.defaults()))
				.withCauseInstanceOf(UnknownHostException.class);
		}
	}

	@Test
	void whenHandshakeHasNoResponseThenConnectTimeoutEndsIt() throws Exception {
		try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
				ReactiveBedrockRuntimeTemplate client = client(
						URI.create("https://127.0.0.1:" + silent.getLocalPort()));
				HttpClientResources connections = HttpClientResources
					.create(Timeouts.defaults().withConnect(Duration.ofMillis(200)))) {
			assertThatExceptionOfType(ConnectTimeoutException.class)
				.isThrownBy(() -> connect(client.probe(), connections.probeClient()));
		}
	}

	@Test
	void whenCertificateIsNotTrustedThenItFailsAndWhenItIsThenItSucceeds(@TempDir Path folder) throws Exception {
		TestCertificate certificate = TestCertificate.create(folder);
		try (Http2Server server = new Http2Server((call, request, response) -> response.send(),
				(http) -> http.protocol(HttpProtocol.H2, HttpProtocol.HTTP11)
					.secure((spec) -> spec.sslContext(certificate.http2Server())));
				ReactiveBedrockRuntimeTemplate client = client(URI.create("https://localhost:" + server.port()));
				HttpClientResources connections = HttpClientResources.create(Timeouts.defaults().withConnect(WAIT),
						ConnectionSettings.defaults().withHttp2(ConnectionSettings.Http2.REQUIRED))) {
			assertThatExceptionOfType(ConnectionFailedException.class)
				.isThrownBy(() -> connect(client.probe(), connections.probeClient()))
				.withCauseInstanceOf(SSLException.class);
			connect(client.probe(), connections.probeClient().secure((spec) -> spec.sslContext(certificate.client())));
			assertThat(server.calls).isEmpty();
		}
	}

	@Test
	void whenThereIsAProxyThenHandshakeGoesThroughItsTunnel(@TempDir Path folder) throws Exception {
		TestCertificate certificate = TestCertificate.create(folder);
		try (ProxyServer proxy = new ProxyServer(null);
				Http2Server server = new Http2Server((call, request, response) -> response.send(),
						(http) -> http.protocol(HttpProtocol.HTTP11)
							.secure((spec) -> spec.sslContext(certificate.server())));
				ReactiveBedrockRuntimeTemplate client = client(URI.create("https://localhost:" + server.port()));
				HttpClientResources connections = HttpClientResources.create(Timeouts.defaults().withConnect(WAIT),
						ConnectionSettings.defaults().withProxy(proxy.settings()))) {
			connect(client.probe(), connections.probeClient().secure((spec) -> spec.sslContext(certificate.client())));
			assertThat(proxy.requests).singleElement()
				.satisfies((head) -> assertThat(head).startsWith("CONNECT localhost:" + server.port()));
			assertThat(server.calls).isEmpty();
		}
	}

	@Test
	void whenProxyRefusesThenItFailsAsACallDoes() {
		try (ProxyServer proxy = new ProxyServer("HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n");
				ReactiveBedrockRuntimeTemplate client = client(URI.create("https://bedrock.invalid"))) {
			assertThatExceptionOfType(ConnectionFailedException.class)
				.isThrownBy(() -> connect(client.probe(), ConnectionSettings.defaults().withProxy(proxy.settings())))
				.withMessageContaining("proxy");
		}
	}

	// Operations

	@Test
	void whenProbeIsThrottledThenItIsNeitherRetriedNorFailedOver() {
		try (RawServer server = new RawServer();
				RawServer other = new RawServer().respond(LISTING);
				ReactiveBedrockRuntimeTemplate client = builder(server.respond(THROTTLED).endpoint())
					.failover(FailoverSettings.to(FailoverTarget.region("eu-west-1").withEndpoint(other.endpoint())))
					.build()) {
			assertThatExceptionOfType(ThrottlingException.class).isThrownBy(() -> list(client.probe()));
			assertThatExceptionOfType(ThrottlingException.class)
				.isThrownBy(() -> client.probe().operations().countTokens(ConverseRequest.of("m", "ping")).block(WAIT));
			assertThat(server.requests()).hasSize(2);
			assertThat(other.requests()).isEmpty();
			assertThat(client.probe().outcomes()).isEqualTo(CallOutcomes.NONE);
		}
	}

	// Outcomes

	@Test
	void whenCallsEndThenTheirOutcomesAreKept() {
		try (RawServer server = new RawServer();
				ReactiveBedrockRuntimeTemplate client = builder(server.endpoint()).retries(RetrySettings.none())
					.build()) {
			BedrockRuntimeProbe probe = client.probe();
			assertThat(probe.outcomes()).isEqualTo(CallOutcomes.NONE);
			server.respond(THROTTLED);
			for (int i = 0; i < 2; i++) {
				assertThatExceptionOfType(ThrottlingException.class).isThrownBy(
						() -> client.converseStream((request) -> request.modelId("m").user("a")).blockLast(WAIT));
			}
			assertThat(probe.outcomes().consecutiveFailures()).isEqualTo(2);
			assertThat(probe.outcomes().lastErrorType()).isEqualTo("ThrottlingException");
			assertThat(probe.outcomes().lastErrorAt()).isNotNull();
			assertThat(probe.outcomes().lastSuccessAt()).isNull();
			server.respond(LISTING);
			client.withTimeouts((timeouts) -> timeouts).listAsyncInvokes((request) -> {
			}).block(WAIT);
			assertThat(probe.outcomes().consecutiveFailures()).isZero();
			assertThat(probe.outcomes().lastSuccessAt()).isNotNull();
			assertThat(probe.outcomes().lastErrorType()).isEqualTo("ThrottlingException");
		}
	}

	@Test
	void whenCallIsCancelledThenItDoesNotCount() {
		try (RawServer server = new RawServer().respond((peer) -> {
		}); ReactiveBedrockRuntimeTemplate client = client(server.endpoint())) {
			Mono<?> call = client.converse(ConverseRequest.of("m", "a"));
			var subscription = call.subscribe();
			await().atMost(WAIT).until(() -> server.requests().size() == 1);
			subscription.dispose();
			assertThat(client.probe().outcomes()).isEqualTo(CallOutcomes.NONE);
		}
	}

	@Test
	void whenServiceFailsThenProbeReportsItsError() {
		try (RawServer server = new RawServer()
			.respond(THROTTLED.replace("429", "503").replace("ThrottlingException", "ServiceUnavailableException"));
				ReactiveBedrockRuntimeTemplate client = client(server.endpoint())) {
			assertThatExceptionOfType(ServiceUnavailableException.class).isThrownBy(() -> list(client.probe()));
			assertThat(server.requests()).hasSize(1);
		}
	}

	private static void list(BedrockRuntimeProbe probe) {
		probe.operations().listAsyncInvokes((request) -> request.maxResults(1)).block(WAIT);
	}

	private static void connect(BedrockRuntimeProbe probe, ConnectionSettings settings) {
		try (HttpClientResources connections = HttpClientResources.create(Timeouts.defaults().withConnect(WAIT),
				settings)) {
			connect(probe, connections.probeClient());
		}
	}

	private static void connect(BedrockRuntimeProbe probe, HttpClient httpClient) {
		probe.connect(new ReactorClientHttpConnector(httpClient)).block(WAIT);
	}

	private static ReactiveBedrockRuntimeTemplate client(URI endpoint) {
		return builder(endpoint).build();
	}

	private static BedrockRuntimeBuilder builder(URI endpoint) {
		return ReactiveBedrockRuntimeTemplate.builder().region("eu-central-1").endpoint(endpoint).apiKey("key");
	}

}
