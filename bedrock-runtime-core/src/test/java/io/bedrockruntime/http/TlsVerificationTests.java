package io.bedrockruntime.http;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;

import io.bedrockruntime.BedrockRuntimeBuilder;
import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.exception.BedrockRuntimeServiceException;
import io.bedrockruntime.exception.ConnectionFailedException;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.invoke.InvokeModelWithBidirectionalStreamRequest;
import io.bedrockruntime.settings.Timeouts;
import io.bedrockruntime.testserver.TestAuthority;
import io.netty.handler.ssl.SslContextBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.netty.DisposableServer;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.Http2SslContextSpec;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;
import reactor.netty.tcp.SslProvider.GenericSslContextSpec;
import reactor.test.StepVerifier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the client sends nothing to a server without a valid certificate, and does
 * not retry.
 */
@Tag("slow")
class TlsVerificationTests {

	private static final Duration WAIT = Duration.ofSeconds(20);

	private static final Timeouts TIMEOUTS = Timeouts.defaults().withConnect(WAIT);

	private static TestAuthority authority;

	private final AtomicInteger connections = new AtomicInteger();

	private final AtomicInteger requests = new AtomicInteger();

	@BeforeAll
	static void issue(@TempDir Path folder) throws Exception {
		authority = new TestAuthority(folder);
	}

	@ParameterizedTest
	@CsvSource({ "other,false", "other,true", "expired,false", "expired,true" })
	void whenCertificateOfTrustedAuthorityIsNotRightThenNothingIsSent(String certificate, boolean http2)
			throws Exception {
		isRefused(certificate, http2, authority.trust());
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void whenAuthorityIsUnknownThenNothingIsSent(boolean http2) throws Exception {
		isRefused("localhost", http2, null);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void whenCertificateSignsItselfThenNothingIsSent(boolean http2) throws Exception {
		isRefused("authority", http2, null);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void whenCertificateIsRightThenTheServerIsAsked(boolean http2) throws Exception {
		DisposableServer server = server("localhost", http2);
		try (ReactiveBedrockRuntimeTemplate client = client(server, authority.trust())) {
			StepVerifier.create(call(client, http2)).expectError(BedrockRuntimeServiceException.class).verify(WAIT);
			assertThat(this.requests).hasPositiveValue();
		}
		finally {
			server.disposeNow();
		}
	}

	private void isRefused(String certificate, boolean http2, TrustManagerFactory trust) throws Exception {
		DisposableServer server = server(certificate, http2);
		try (ReactiveBedrockRuntimeTemplate client = client(server, trust)) {
			StepVerifier.create(call(client, http2)).expectError(ConnectionFailedException.class).verify(WAIT);
			assertThat(this.requests).hasValue(0);
			assertThat(this.connections).hasValue(1);
		}
		finally {
			server.disposeNow();
		}
	}

	private DisposableServer server(String certificate, boolean http2) throws Exception {
		KeyManagerFactory keys = authority.keys(certificate);
		GenericSslContextSpec<SslContextBuilder> context = http2 ? Http2SslContextSpec.forServer(keys)
				: Http11SslContextSpec.forServer(keys);
		return HttpServer.create()
			.host("localhost")
			.port(0)
			.protocol(http2 ? HttpProtocol.H2 : HttpProtocol.HTTP11)
			.secure((ssl) -> ssl.sslContext(context))
			.doOnChannelInit((observer, channel, address) -> this.connections.incrementAndGet())
			.handle((request, response) -> {
				this.requests.incrementAndGet();
				return response.status(403).send();
			})
			.bindNow(WAIT);
	}

	/** A client with defaults except for the trusted certificates and the timeouts. */
	private static ReactiveBedrockRuntimeTemplate client(DisposableServer server, TrustManagerFactory trust) {
		BedrockRuntimeBuilder builder = ReactiveBedrockRuntimeTemplate.builder()
			.endpoint(URI.create("https://localhost:" + server.port()))
			.region("us-east-1")
			.timeouts(TIMEOUTS)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("akid", "secret")));
		if (trust != null) {
			GenericSslContextSpec<SslContextBuilder> http11 = Http11SslContextSpec.forClient()
				.configure((context) -> context.trustManager(trust));
			GenericSslContextSpec<SslContextBuilder> http2 = Http2SslContextSpec.forClient()
				.configure((context) -> context.trustManager(trust));
			HttpClientResources connections = HttpClientResources.create(TIMEOUTS);
			builder
				.webClientBuilder(WebClient.builder()
					.clientConnector(new ReactorClientHttpConnector(
							connections.httpClient().secure((ssl) -> ssl.sslContext(http11)))))
				.http2Connector((endpoint) -> new ReactorClientHttpConnector(
						connections.http2Client(endpoint).secure((ssl) -> ssl.sslContext(http2))));
		}
		return builder.build();
	}

	private static Flux<?> call(ReactiveBedrockRuntimeTemplate client, boolean http2) {
		return http2 ? client.invokeModelWithBidirectionalStream(InvokeModelWithBidirectionalStreamRequest.of("m"),
				Flux.never()) : client.converse(ConverseRequest.of("m", "Hello")).flux();
	}

}
