package io.bedrockruntime.autoconfigure.internal.http;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;

import io.bedrockruntime.ReactiveBedrockRuntimeOperations;
import io.bedrockruntime.autoconfigure.client.ClientAutoConfigurations;
import io.bedrockruntime.exception.ConnectionFailedException;
import io.bedrockruntime.model.Blob;
import io.bedrockruntime.model.asyncinvoke.ListAsyncInvokesRequest;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamInput;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamRequest;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContextBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.netty.DisposableServer;
import reactor.netty.http.Http2SslContextSpec;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;
import reactor.netty.tcp.SslProvider.GenericSslContextSpec;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.jks.JksSslStoreBundle;
import org.springframework.boot.ssl.jks.JksSslStoreDetails;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link BedrockRuntimeConnector} where HTTP/2 is needed.
 */
class BedrockRuntimeHttp2ConnectorTests {

	private static final Duration WAIT = Duration.ofSeconds(20);

	private final Queue<String> versions = new ConcurrentLinkedQueue<>();

	private final LoopResources threads = LoopResources.create("http2-connector-tests");

	private DisposableServer server;

	@AfterEach
	void stop() {
		this.server.disposeNow(WAIT);
		this.threads.dispose();
	}

	private ApplicationContextRunner start(String scheme, UnaryOperator<HttpServer> settings) {
		HttpServer http = HttpServer.create().runOn(this.threads).host("127.0.0.1").port(0);
		this.server = settings.apply(http).handle((request, response) -> {
			this.versions.add(request.version().text());
			return response.header("Content-Type", "application/vnd.amazon.eventstream")
				.sendHeaders()
				.then(request.receive().then());
		}).bindNow();
		return new ApplicationContextRunner().withConfiguration(ClientAutoConfigurations.ALL)
			.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class))
			.withPropertyValues("bedrock.runtime.region=eu-central-1",
					"bedrock.runtime.endpoint=" + scheme + "://localhost:" + this.server.port(),
					"bedrock.runtime.credentials.access-key=id", "bedrock.runtime.credentials.secret-key=secret");
	}

	private static List<?> call(AssertableApplicationContext context) {
		return context.getBean(ReactiveBedrockRuntimeOperations.class)
			.invokeModelWithBidirectionalStream(new InvokeModelWithBidirectionalStreamRequest("model"),
					Flux.just(InvokeModelWithBidirectionalStreamInput.chunk(Blob.ofUtf8("Hello"))))
			.collectList()
			.block(WAIT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk" })
	void whenEndpointHasNoTlsThenHttp2IsKnownBeforehand(String connector) {
		start("http", (http) -> http.protocol(HttpProtocol.H2C))
			.withPropertyValues("spring.http.clients.reactive.connector=" + connector)
			.run((context) -> assertThat(call(context)).isEmpty());
		assertThat(this.versions).containsExactly("HTTP/2.0");
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk" })
	void whenApplicationHasAnSslBundleThenHttp2IsAgreedUponWithIt(String connector, @TempDir Path folder)
			throws Exception {
		Path store = store(folder);
		start("https", secured(store))
			.withPropertyValues("spring.http.clients.reactive.connector=" + connector,
					"spring.http.clients.ssl.bundle=emulated",
					"spring.ssl.bundle.pem.emulated.truststore.certificate=" + certificate(store))
			.run((context) -> assertThat(call(context)).isEmpty());
		assertThat(this.versions).containsExactly("HTTP/2.0");
	}

	@ParameterizedTest
	@ValueSource(strings = { "disabled", "negotiated" })
	void whenBundleOfOursIsSetThenItIsTrustedAndShownInsteadOfTheApplications(String http2, @TempDir Path folder)
			throws Exception {
		Path store = store(folder);
		ApplicationContextRunner runner = start("https", (http) -> demanding(store, http)).withPropertyValues(
				"bedrock.runtime.http.http2=" + http2, "bedrock.runtime.retry.mode=none",
				"spring.http.clients.ssl.bundle=other", "spring.ssl.bundle.jks.other.truststore.location=file:" + store,
				"spring.ssl.bundle.jks.other.truststore.password=changeit",
				"spring.ssl.bundle.jks.ours.truststore.location=file:" + store,
				"spring.ssl.bundle.jks.ours.truststore.password=changeit",
				"spring.ssl.bundle.jks.ours.keystore.location=file:" + store,
				"spring.ssl.bundle.jks.ours.keystore.password=changeit");
		ListAsyncInvokesRequest request = ListAsyncInvokesRequest.builder().build();
		runner.run((context) -> assertThatException().isThrownBy(
				() -> context.getBean(ReactiveBedrockRuntimeOperations.class).listAsyncInvokes(request).block(WAIT)));
		assertThat(this.versions).isEmpty();
		runner.withPropertyValues("bedrock.runtime.http.ssl.bundle=ours").run((context) -> {
			assertThat(call(context)).isEmpty();
			assertThatException().isThrownBy(() -> context.getBean(ReactiveBedrockRuntimeOperations.class)
				.listAsyncInvokes(request)
				.block(WAIT));
		});
		assertThat(this.versions).containsExactly("HTTP/2.0", http2.equals("disabled") ? "HTTP/1.1" : "HTTP/2.0");
	}

	@Test
	void whenApplicationDoesNotTrustTheEndpointThenNothingIsSent(@TempDir Path folder) throws Exception {
		start("https", secured(store(folder)))
			.run((context) -> assertThatExceptionOfType(ConnectionFailedException.class)
				.isThrownBy(() -> call(context)));
		assertThat(this.versions).isEmpty();
	}

	@Test
	void whenConnectorIsDefinedThenHttp2HasOneOfTheLibrarysOwn() {
		start("http", (http) -> http.protocol(HttpProtocol.H2C))
			.withBean(ClientHttpConnector.class, ReactorClientHttpConnector::new)
			.run((context) -> assertThat(call(context)).isEmpty());
		assertThat(this.versions).containsExactly("HTTP/2.0");
	}

	private static UnaryOperator<HttpServer> secured(Path store) {
		SslBundle bundle = SslBundle
			.of(new JksSslStoreBundle(new JksSslStoreDetails("PKCS12", null, store.toString(), "changeit"), null));
		GenericSslContextSpec<SslContextBuilder> context = Http2SslContextSpec
			.forServer(bundle.getManagers().getKeyManagerFactory());
		return (http) -> http.protocol(HttpProtocol.H2, HttpProtocol.HTTP11).secure((spec) -> spec.sslContext(context));
	}

	/** Server that requires a client certificate and trusts its own. */
	private static HttpServer demanding(Path store, HttpServer http) {
		JksSslStoreDetails details = new JksSslStoreDetails("PKCS12", null, store.toString(), "changeit");
		SslBundle bundle = SslBundle.of(new JksSslStoreBundle(details, details));
		GenericSslContextSpec<SslContextBuilder> context = Http2SslContextSpec
			.forServer(bundle.getManagers().getKeyManagerFactory())
			.configure((builder) -> builder.trustManager(bundle.getManagers().getTrustManagerFactory())
				.clientAuth(ClientAuth.REQUIRE));
		return http.protocol(HttpProtocol.H2, HttpProtocol.HTTP11).secure((spec) -> spec.sslContext(context));
	}

	/**
	 * Self-signed certificate for {@code localhost}, created with the JDK's keytool.
	 */
	private static Path store(Path folder) throws Exception {
		Path store = folder.resolve("localhost.p12");
		keytool(store, "-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=dns:localhost",
				"-validity", "2");
		return store;
	}

	private static Path certificate(Path store) throws Exception {
		Path certificate = store.resolveSibling("localhost.pem");
		keytool(store, "-exportcert", "-rfc", "-file", certificate.toString());
		return certificate;
	}

	private static void keytool(Path store, String... arguments) throws Exception {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
		command.addAll(List.of(arguments));
		command.addAll(List.of("-alias", "localhost", "-storetype", "PKCS12", "-storepass", "changeit", "-keystore",
				store.toString()));
		Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
		String said = new String(keytool.getInputStream().readAllBytes());
		assertThat(keytool.waitFor()).as(said).isZero();
	}

}
