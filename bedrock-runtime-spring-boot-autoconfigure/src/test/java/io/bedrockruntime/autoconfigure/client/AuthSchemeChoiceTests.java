package io.bedrockruntime.autoconfigure.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.model.converse.ConverseRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClientBuilder;
import software.amazon.awssdk.services.bedrockruntime.auth.scheme.BedrockRuntimeAuthSchemeProvider;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests that the client authenticates as the AWS SDK does if there are both an API key
 * and credentials.
 */
class AuthSchemeChoiceTests {

	private static final String ANSWER = """
			{"output":{"message":{"role":"assistant","content":[{"text":"a"}]}},"stopReason":"end_turn",
			"usage":{"inputTokens":1,"outputTokens":1,"totalTokens":2},"metrics":{"latencyMs":1}}""";

	private final List<String> authorizations = new CopyOnWriteArrayList<>();

	private HttpServer server;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	private void answer(HttpExchange exchange) throws IOException {
		exchange.getRequestBody().readAllBytes();
		String authorization = exchange.getRequestHeaders().getFirst("Authorization");
		// Only the access key of a signature: the rest differs each time.
		this.authorizations.add(authorization.replaceFirst("(Credential=[^/]+)/.*", "$1"));
		byte[] bytes = ANSWER.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(200, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	static Stream<Arguments> combinations() {
		List<Arguments> combinations = new ArrayList<>();
		for (boolean key : new boolean[] { true, false }) {
			for (boolean credentials : new boolean[] { true, false }) {
				for (String environment : new String[] { "", "sigv4", "httpBearerAuth", "httpBearerAuth,sigv4" }) {
					for (String preference : new String[] { "", "sigv4" }) {
						// Without a key, the AWS SDK fails if the environment wants one.
						if (key || !preference.isEmpty() || !environment.startsWith("httpBearerAuth")) {
							combinations.add(arguments(key, credentials, environment, preference));
						}
					}
				}
			}
		}
		return combinations.stream();
	}

	@ParameterizedTest(name = "key {0}, credentials {1}, preference of the environment {2}, explicit preference {3}")
	@MethodSource("combinations")
	void shouldChooseAsTheAwsSdkDoes(boolean key, boolean credentials, String environment, String preference) {
		ApplicationContextRunner contextRunner = new ApplicationContextRunner()
			.withConfiguration(ClientAutoConfigurations.ALL)
			.withPropertyValues("bedrock.runtime.region=eu-central-1", "bedrock.runtime.endpoint=" + url(),
					"bedrock.runtime.credentials.auth-scheme-preference=" + preference)
			.withSystemProperties("aws.accessKeyId=chain-access", "aws.secretAccessKey=b",
					"aws.authSchemePreference=" + environment);
		if (key) {
			contextRunner = contextRunner.withSystemProperties("aws.bearerTokenBedrock=environment-key");
		}
		if (credentials) {
			contextRunner = contextRunner.withPropertyValues("bedrock.runtime.credentials.access-key=explicit-access",
					"bedrock.runtime.credentials.secret-key=b");
		}
		contextRunner.run((context) -> {
			callWithSdk(credentials, preference);
			context.getBean(BedrockRuntimeOperations.class).converse(ConverseRequest.of("m", "text"));
		});
		assertThat(this.authorizations).hasSize(2);
		assertThat(this.authorizations.get(1)).isEqualTo(this.authorizations.get(0));
		String expected = (key && preference.isEmpty()) ? "Bearer environment-key"
				: "AWS4-HMAC-SHA256 Credential=" + (credentials ? "explicit-access" : "chain-access");
		assertThat(this.authorizations.get(0)).isEqualTo(expected);
	}

	private void callWithSdk(boolean credentials, String preference) {
		BedrockRuntimeClientBuilder builder = BedrockRuntimeClient.builder()
			.httpClientBuilder(UrlConnectionHttpClient.builder())
			.region(Region.EU_CENTRAL_1)
			.endpointOverride(URI.create(url()));
		if (credentials) {
			builder.credentialsProvider(
					StaticCredentialsProvider.create(AwsBasicCredentials.create("explicit-access", "b")));
		}
		if (!preference.isEmpty()) {
			builder.authSchemeProvider(BedrockRuntimeAuthSchemeProvider.defaultProvider(List.of(preference)));
		}
		try (BedrockRuntimeClient client = builder.build()) {
			client.converse((request) -> request.modelId("m"));
		}
	}

	private String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

}
