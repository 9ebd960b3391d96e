package io.bedrockruntime.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.exception.ConnectTimeoutException;
import io.bedrockruntime.exception.ConnectionFailedException;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.settings.ConnectionSettings;
import io.bedrockruntime.settings.ProxySettings;
import io.bedrockruntime.settings.RetrySettings;
import io.bedrockruntime.settings.Timeouts;
import io.bedrockruntime.testserver.DeadPort;
import io.bedrockruntime.testserver.Http2Server;
import io.bedrockruntime.testserver.ProxyServer;
import io.bedrockruntime.testserver.RawServer;
import io.bedrockruntime.testserver.Responses;
import io.bedrockruntime.testserver.TestCertificate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.netty.http.HttpProtocol;
import reactor.test.StepVerifier;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for connections through a proxy.
 */
@Tag("slow")
class ProxyTests {

	private static final Duration WAIT = Duration.ofSeconds(20);

	private static final ConverseRequest REQUEST = ConverseRequest.of("model", "text");

	/**
	 * The parts of the password and of its header that a log of bytes would contain. No
	 * other class has this password, because these tests may see log lines of an earlier
	 * class.
	 */
	private static final String CREDENTIALS = Base64.getEncoder()
		.encodeToString("user:proxysecret".getBytes(StandardCharsets.UTF_8));

	@ParameterizedTest
	@EnumSource(ConnectionSettings.Http2.class)
	void whenProxyIsSetThenTlsGoesThroughItsTunnel(ConnectionSettings.Http2 http2, @TempDir Path folder)
			throws Exception {
		TestCertificate certificate = TestCertificate.create(folder);
		try (ProxyServer proxy = new ProxyServer(null);
				Http2Server server = new Http2Server(
						(call, request, response) -> response.header("content-type", "application/json")
							.sendString(Mono.just(Responses.CONVERSE_RESPONSE))
							.then(),
						(http) -> http.protocol(HttpProtocol.H2, HttpProtocol.HTTP11)
							.secure((spec) -> spec.sslContext(certificate.http2Server())));
				HttpClientResources connections = HttpClientResources.create(Timeouts.defaults(),
						ConnectionSettings.defaults()
							.withHttp2(http2)
							.withProxy(proxy.settings().withCredentials("user", "proxysecret")));
				ReactiveBedrockRuntimeTemplate client = ReactiveBedrockRuntimeTemplate.builder()
					.region("eu-central-1")
					.endpoint(URI.create("https://localhost:" + server.port()))
					.apiKey("key")
					.webClientBuilder(WebClient.builder()
						.clientConnector(new ReactorClientHttpConnector(connections.httpClient()
							.secure((spec) -> spec.sslContext((http2 != ConnectionSettings.Http2.DISABLED)
									? certificate.http2Client() : certificate.client())))))
					.build()) {
			for (int i = 0; i < 5; i++) {
				assertThat(client.converse(REQUEST).block(WAIT).text()).isEqualTo("Hi");
			}
			assertThat(server.calls).extracting(Http2Server.Call::version)
				.containsOnly((http2 != ConnectionSettings.Http2.DISABLED) ? "HTTP/2.0" : "HTTP/1.1");
			assertThat(proxy.requests).hasSizeLessThan(5)
				.allSatisfy((head) -> assertThat(head).startsWith("CONNECT localhost:" + server.port() + " ")
					.contains("Basic " + CREDENTIALS)
					.doesNotContain("Bearer"));
		}
	}

	@Test
	void whenHostIsANonProxyHostThenConnectionIsDirect() {
		try (ProxyServer proxy = new ProxyServer("HTTP/1.1 502 Bad Gateway\r\n\r\n");
				RawServer server = new RawServer().respond(Responses.ok(Responses.CONVERSE_RESPONSE));
				ReactiveBedrockRuntimeTemplate client = client(URI.create("http://localhost:" + server.port()),
						proxy.settings().withNonProxyHosts(List.of("*.internal", "LOCAL*")), Timeouts.defaults())) {
			assertThat(client.converse(REQUEST).block(WAIT).text()).isEqualTo("Hi");
			assertThat(proxy.requests).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "407 Proxy Authentication Required", "502 Bad Gateway" })
	void whenProxyRefusesThenErrorNamesItAndNoCredentials(String status) {
		ListAppender<ILoggingEvent> log = new ListAppender<>();
		// Other threads log while it is read.
		log.list = new CopyOnWriteArrayList<>();
		Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
		Level level = root.getLevel();
		log.start();
		root.addAppender(log);
		root.setLevel(Level.DEBUG);
		try (ProxyServer proxy = new ProxyServer(
				"HTTP/1.1 " + status + "\r\nx-proxysecret: proxysecret\r\ncontent-length: 11\r\n\r\nproxysecret");
				ReactiveBedrockRuntimeTemplate client = client(URI.create("https://endpoint.invalid"),
						proxy.settings().withCredentials("user", "proxysecret"), Timeouts.defaults())) {
			StepVerifier.create(client.converse(REQUEST)).expectErrorSatisfies((ex) -> {
				assertThat(ex).isExactlyInstanceOf(ConnectionFailedException.class)
					.hasMessageContaining("proxy")
					.hasMessageContaining("127.0.0.1:" + proxy.port())
					.hasMessageContaining(status);
				for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
					assertThat(cause.toString()).doesNotContain("proxysecret", CREDENTIALS);
				}
			}).verify(WAIT);
			assertThat(proxy.requests.get(0)).startsWith("CONNECT endpoint.invalid:443 ").contains(CREDENTIALS);
		}
		finally {
			root.detachAppender(log);
			root.setLevel(level);
		}
		assertThat(log.list).isNotEmpty()
			.allSatisfy((event) -> assertThat(event.getFormattedMessage()).doesNotContain("proxysecret", CREDENTIALS));
	}

	@Test
	void whenProxyIsGoneThenErrorNamesIt() {
		try (DeadPort dead = new DeadPort()) {
			fails(ProxySettings.of("127.0.0.1", dead.port()), ConnectionFailedException.class,
					"proxy 127.0.0.1:" + dead.port());
		}
		fails(ProxySettings.of("proxy.invalid", 3128), ConnectionFailedException.class, "proxy proxy.invalid:3128");
	}

	@Test
	void whenProxyHangsUpThenErrorNamesIt() {
		try (RawServer proxy = RawServer.greeting("")) {
			fails(ProxySettings.of("127.0.0.1", proxy.port()), ConnectionFailedException.class,
					"127.0.0.1:" + proxy.port());
		}
	}

	@Test
	void whenProxyIsSilentThenConnectingTimesOut() {
		try (ProxyServer proxy = new ProxyServer("")) {
			fails(proxy.settings(), Timeouts.defaults().withConnect(Duration.ofSeconds(1)),
					ConnectTimeoutException.class, "127.0.0.1:" + proxy.port());
		}
	}

	private static void fails(ProxySettings proxy, Class<? extends Throwable> expected, String message) {
		fails(proxy, Timeouts.defaults(), expected, message);
	}

	private static void fails(ProxySettings proxy, Timeouts timeouts, Class<? extends Throwable> expected,
			String message) {
		try (ReactiveBedrockRuntimeTemplate client = client(URI.create("https://endpoint.invalid"), proxy, timeouts)) {
			StepVerifier.create(client.converse(REQUEST))
				.expectErrorSatisfies((ex) -> assertThat(ex).isExactlyInstanceOf(expected)
					.hasMessageContaining("proxy")
					.hasMessageContaining(message))
				.verify(WAIT);
		}
	}

	private static ReactiveBedrockRuntimeTemplate client(URI endpoint, ProxySettings proxy, Timeouts timeouts) {
		return ReactiveBedrockRuntimeTemplate.builder()
			.region("eu-central-1")
			.endpoint(endpoint)
			.apiKey("key")
			.timeouts(timeouts)
			.connectionSettings(ConnectionSettings.defaults().withProxy(proxy))
			.retries(RetrySettings.none())
			.build();
	}

}
