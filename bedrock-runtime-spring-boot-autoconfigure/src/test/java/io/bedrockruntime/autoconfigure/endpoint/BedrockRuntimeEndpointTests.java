package io.bedrockruntime.autoconfigure.endpoint;

import java.util.List;
import java.util.Locale;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.autoconfigure.BedrockRuntimeBuilderCustomizer;
import io.bedrockruntime.autoconfigure.BedrockRuntimeClients;
import io.bedrockruntime.autoconfigure.client.ClientAutoConfigurations;
import io.bedrockruntime.autoconfigure.internal.client.ConfiguredClients;
import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BedrockRuntimeEndpoint}.
 */
class BedrockRuntimeEndpointTests {

	private static final String ROLE = "arn:aws:iam::123456789012:role/name";

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(ClientAutoConfigurations.ALL)
		.withConfiguration(AutoConfigurations.of(BedrockRuntimeEndpointAutoConfiguration.class))
		.withPropertyValues("bedrock.runtime.region=eu-central-1");

	private final ApplicationContextRunner exposed = this.contextRunner.withPropertyValues(
			"management.endpoints.jmx.exposure.include=bedrockruntime",
			"management.endpoints.web.exposure.include=bedrockruntime");

	@Test
	void whenEndpointIsNotExposedThenItIsNotCreated() {
		this.contextRunner.run((context) -> assertThat(context).doesNotHaveBean(BedrockRuntimeEndpoint.class));
	}

	@Test
	void shouldDescribeEachClient() {
		this.exposed
			.withPropertyValues("bedrock.runtime.default-model=" + profile("eu-central-1"),
					"bedrock.runtime.guardrail.identifier=gr12345", "bedrock.runtime.guardrail.version=7",
					"bedrock.runtime.guardrail.trace=enabled_full", "bedrock.runtime.timeouts.call=20m",
					"bedrock.runtime.failover.targets[0].region=eu-west-1",
					"bedrock.runtime.failover.targets[0].models=*nova*",
					"bedrock.runtime.failover.targets[0].model-id=" + profile("eu-west-1"),
					"bedrock.runtime.clients.other.region=us-east-1", "bedrock.runtime.clients.other.retry.mode=none",
					"bedrock.runtime.clients.other.endpoint=https://vpce-1.example.com:8443/path",
					"bedrock.runtime.clients.broken.region=EU (Frankfurt)")
			.run((context) -> {
				JsonNode clients = read(context.getBean(BedrockRuntimeEndpoint.class));
				assertThat(clients.propertyNames()).containsExactly("default", "other", "broken");
				JsonNode unnamed = clients.get("default");
				assertThat(unnamed.at("/region").toString())
					.isEqualTo("{\"value\":\"eu-central-1\",\"source\":\"'bedrock.runtime.region'\"}");
				assertThat(unnamed.at("/endpoint").toString())
					.isEqualTo("{\"uri\":\"https://bedrock-runtime.eu-central-1.amazonaws.com\","
							+ "\"source\":\"the region\",\"fips\":false,\"dualstack\":false}");
				assertThat(unnamed.at("/authentication").toString())
					.isEqualTo("{\"scheme\":\"sigv4\",\"source\":\"AWS's default chain\"}");
				assertThat(unnamed.at("/defaultModel").asString())
					.isEqualTo("arn:aws:bedrock:eu-central-1:******:application-inference-profile/nova");
				assertThat(unnamed.at("/guardrail").toString())
					.isEqualTo("{\"identifier\":\"gr12345\",\"version\":\"7\",\"trace\":\"enabled_full\"}");
				assertThat(unnamed.at("/timeouts").toString()).isEqualTo("{\"connect\":\"PT5S\",\"acquire\":\"PT30S\","
						+ "\"response\":\"PT15M\",\"idle\":\"PT5M\",\"call\":\"PT20M\"}");
				assertThat(unnamed.at("/retries").toString())
					.isEqualTo("{\"mode\":\"standard\",\"maxAttempts\":3,\"responseTimeouts\":false}");
				assertThat(unnamed.at("/failover/targets/0").toString()).isEqualTo("{\"models\":\"*nova*\","
						+ "\"region\":\"eu-west-1\",\"modelId\":\"arn:aws:bedrock:eu-west-1:******:"
						+ "application-inference-profile/nova\"}");
				assertThat(unnamed.at("/pools").toString()).isEqualTo("[]");
				JsonNode other = clients.get("other");
				assertThat(other.at("/region/source").asString()).isEqualTo("'bedrock.runtime.clients.other.region'");
				assertThat(other.at("/endpoint").toString())
					.isEqualTo("{\"uri\":\"https://vpce-1.example.com:8443/path\",\"source\":"
							+ "\"'bedrock.runtime.clients.other.endpoint'\",\"fips\":false,\"dualstack\":false}");
				assertThat(other.at("/retries/mode").asString()).isEqualTo("none");
				assertThat(other.at("/failover/targets").toString()).isEqualTo("[]");
				assertThat(clients.get("broken").propertyNames()).containsExactly("error");
				assertThat(clients.get("broken").at("/error").asString())
					.startsWith("'bedrock.runtime.clients.broken.region' is 'EU (Frankfurt)'");
			});
	}

	private static String profile(String region) {
		return "arn:aws:bedrock:" + region + ":123456789012:application-inference-profile/nova";
	}

	@Test
	void whenClientHasCalledThenIdentityAndPoolsAreReported() {
		try (BedrockRuntimeEmulator emulator = BedrockRuntimeEmulator.builder().tokensPerSecond(0).start()) {
			this.exposed
				.withPropertyValues("bedrock.runtime.endpoint=" + emulator.endpoint(),
						"bedrock.runtime.region=" + emulator.region(),
						"bedrock.runtime.credentials.access-key=" + emulator.accessKeyId(),
						"bedrock.runtime.credentials.secret-key=" + emulator.secretAccessKey(),
						"bedrock.runtime.default-model=amazon.nova-lite-v1:0")
				.run((context) -> {
					BedrockRuntimeEndpoint endpoint = context.getBean(BedrockRuntimeEndpoint.class);
					context.getBean(BedrockRuntimeOperations.class).converse("Hello");
					JsonNode client = read(endpoint).get("default");
					assertThat(client.at("/authentication/scheme").asString()).isEqualTo("sigv4");
					assertThat(client.at("/authentication/source").asString()).isEqualTo("properties");
					assertThat(client.at("/authentication/provider").asString()).isEqualTo("StaticCredentialsProvider");
					assertThat(client.at("/authentication/resolvedAt").asString()).isNotEmpty();
					JsonNode pool = client.at("/pools/0");
					assertThat(pool.propertyNames()).containsExactly("name", "address", "active", "idle", "pending",
							"max");
					assertThat(pool.get("address").asString())
						.isEqualTo(emulator.endpoint().getHost() + ":" + emulator.endpoint().getPort());
					assertThat(pool.get("max").asInt()).isEqualTo(1000);
				});
		}
	}

	@Test
	void whenCustomizerChangesRegionThenThatIsReported() {
		this.exposed.withBean(BedrockRuntimeBuilderCustomizer.class, () -> (builder) -> builder.region("eu-west-3"))
			.run((context) -> assertThat(
					read(context.getBean(BedrockRuntimeEndpoint.class)).at("/default/region").toString())
				.isEqualTo("{\"value\":\"eu-west-3\",\"source\":\"a customizer\"}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "credentials.api-key=S3CRET",
			"credentials.access-key=S3CRET,credentials.secret-key=S3CRET,credentials.session-token=S3CRET",
			"credentials.access-key=S3CRET,credentials.secret-key=S3CRET,credentials.assume-role.external-id=S3CRET,"
					+ "credentials.assume-role.arn=" + ROLE,
			"http.proxy.host=proxy,http.proxy.port=3128,http.proxy.username=S3CRET,http.proxy.password=S3CRET",
			"endpoint=https://user:S3CRET@host", "endpoint=https://host/?token=S3CRET", "credentials.access-key=S3CRET",
			"credentials.api-key=S3CRET,credentials.profile=S3CRET" })
	void whenPropertiesHaveSecretsThenNoneIsReported(String properties) {
		String[] values = properties.split(",");
		ApplicationContextRunner runner = this.exposed;
		for (String value : values) {
			runner = runner.withPropertyValues("bedrock.runtime.clients.it." + value);
		}
		runner.run((context) -> {
			assertThat(context).hasNotFailed();
			String response = JsonMapper.shared()
				.writeValueAsString(context.getBean(BedrockRuntimeEndpoint.class).clients());
			assertThat(response).contains("\"it\":").doesNotContain("S3CRET").doesNotContain("123456789012");
			assertThat(context.getBean(ConfiguredClients.class).toString()).doesNotContain("S3CRET");
		});
	}

	@Test
	void whenEndpointIsReadThenNoProviderIsCalled() {
		AwsCredentialsProvider hanging = () -> {
			throw new IllegalStateException("Nobody may ask");
		};
		this.exposed.withBean(AwsCredentialsProvider.class, () -> hanging)
			.run((context) -> assertThat(
					read(context.getBean(BedrockRuntimeEndpoint.class)).at("/default/authentication/source").asString())
				.isEqualTo("bean"));
	}

	@Test
	void shouldNameNoClientByItsLocale() {
		Locale locale = Locale.getDefault();
		try {
			Locale.setDefault(Locale.forLanguageTag("tr"));
			this.exposed.withPropertyValues("bedrock.runtime.clients.ID.retry.mode=ADAPTIVE").run((context) -> {
				assertThat(List.copyOf(context.getBean(BedrockRuntimeClients.class).names())).containsExactly("default",
						"ID");
				assertThat(read(context.getBean(BedrockRuntimeEndpoint.class)).at("/ID/retries/mode").asString())
					.isEqualTo("adaptive");
			});
		}
		finally {
			Locale.setDefault(locale);
		}
	}

	private static JsonNode read(BedrockRuntimeEndpoint endpoint) {
		return JsonMapper.shared().valueToTree(endpoint.clients()).get("clients");
	}

}
