package io.bedrockruntime.emulator.client;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

import io.bedrockruntime.ReactiveBedrockRuntimeTemplate;
import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.script.Fault;
import io.bedrockruntime.emulator.testing.TestCertificate;
import io.bedrockruntime.exception.ConnectionResetException;
import io.bedrockruntime.http.HttpClientResources;
import io.bedrockruntime.model.converse.ConverseRequest;
import io.bedrockruntime.model.converse.stream.ConverseStreamRequest;
import io.bedrockruntime.settings.ConnectionSettings;
import io.bedrockruntime.settings.RetrySettings;
import io.bedrockruntime.settings.Timeouts;
import io.netty.handler.ssl.SslContextBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.netty.http.Http2SslContextSpec;
import reactor.netty.tcp.SslProvider.GenericSslContextSpec;
import reactor.test.StepVerifier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of the client's unary and streaming calls over HTTP/2.
 */
class ClientHttp2Tests {

	private static final Duration WAIT = Duration.ofSeconds(20);

	private static final String MODEL = "anthropic.claude-3-haiku-20240307-v1:0";

	@Test
	void whenEndpointHasNoTlsThenCallsGoOverHttp2() {
		try (BedrockRuntimeEmulator emulator = BedrockRuntimeEmulator.builder().tokensPerSecond(0).start();
				HttpClientResources connections = connections(ConnectionSettings.Http2.REQUIRED);
				ReactiveBedrockRuntimeTemplate client = client(emulator, emulator.endpoint(),
						new ReactorClientHttpConnector(connections.httpClient()))) {
			serves(client);
			breaks(client, emulator);
		}
	}

	@Test
	void whenEndpointHasTlsThenHttp2IsNegotiated(@TempDir Path folder) throws Exception {
		TestCertificate certificate = TestCertificate.create(folder);
		GenericSslContextSpec<SslContextBuilder> context = Http2SslContextSpec.forClient()
			.configure((builder) -> builder.trustManager(certificate.trustManagers()));
		for (boolean http2 : new boolean[] { true, false }) {
			try (BedrockRuntimeEmulator emulator = BedrockRuntimeEmulator.builder()
				.tls(certificate.keyManagers())
				.http2(http2)
				.tokensPerSecond(0)
				.start();
					HttpClientResources connections = connections(ConnectionSettings.Http2.NEGOTIATED);
					ReactiveBedrockRuntimeTemplate client = client(emulator,
							URI.create("https://localhost:" + emulator.endpoint().getPort()),
							new ReactorClientHttpConnector(
									connections.httpClient().secure((spec) -> spec.sslContext(context))))) {
				serves(client);
				breaks(client, emulator);
			}
		}
	}

	private static void serves(ReactiveBedrockRuntimeTemplate client) {
		assertThat(Flux.range(0, 50)
			.flatMap((i) -> client.converse(ConverseRequest.of(MODEL, "Number " + i)))
			.filter((response) -> response.text().contains("Number"))
			.count()
			.block(WAIT)).isEqualTo(50);
		assertThat(Flux.range(0, 50)
			.flatMap((i) -> client.converseStream(ConverseStreamRequest.of(MODEL, "Number " + i)).last())
			.count()
			.block(WAIT)).isEqualTo(50);
	}

	private static void breaks(ReactiveBedrockRuntimeTemplate client, BedrockRuntimeEmulator emulator) {
		emulator.script().fault(new Fault.ResetAfterEvents(2));
		StepVerifier.create(client.converseStream(ConverseStreamRequest.of(MODEL, "Hello")))
			.expectNextCount(2)
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(ConnectionResetException.class))
			.verify(WAIT);
		assertThat(client.converse(ConverseRequest.of(MODEL, "Hello")).block(WAIT).text()).contains("Hello");
	}

	private static HttpClientResources connections(ConnectionSettings.Http2 http2) {
		return HttpClientResources.create(Timeouts.defaults().withConnect(WAIT),
				ConnectionSettings.defaults().withHttp2(http2).withMaxConnections(2));
	}

	private static ReactiveBedrockRuntimeTemplate client(BedrockRuntimeEmulator emulator, URI endpoint,
			ReactorClientHttpConnector connector) {
		return ReactiveBedrockRuntimeTemplate.builder()
			.endpoint(endpoint)
			.region(emulator.region())
			.retries(RetrySettings.none())
			.credentialsProvider(StaticCredentialsProvider
				.create(AwsBasicCredentials.create(emulator.accessKeyId(), emulator.secretAccessKey())))
			.webClientBuilder(WebClient.builder().clientConnector(connector))
			.build();
	}

}
