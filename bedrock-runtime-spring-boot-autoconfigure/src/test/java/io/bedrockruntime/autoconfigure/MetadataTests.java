package io.bedrockruntime.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import io.bedrockruntime.autoconfigure.client.BedrockRuntimeAutoConfiguration;
import io.bedrockruntime.autoconfigure.client.BedrockRuntimeConnectorAutoConfiguration;
import io.bedrockruntime.autoconfigure.endpoint.BedrockRuntimeEndpointAutoConfiguration;
import io.bedrockruntime.autoconfigure.health.BedrockRuntimeHealthContributorAutoConfiguration;
import io.bedrockruntime.autoconfigure.metrics.BedrockRuntimeMetricsAutoConfiguration;
import io.bedrockruntime.autoconfigure.observation.BedrockRuntimeObservationAutoConfiguration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of the metadata that the annotation processors write, and that an editor and
 * Spring Boot's start-up rely on.
 */
class MetadataTests {

	private static final Map<String, String> DEFAULTS = Map.ofEntries(Map.entry("timeouts.connect", "5s"),
			Map.entry("timeouts.acquire", "30s"), Map.entry("timeouts.response", "15m"),
			Map.entry("timeouts.idle", "5m"), Map.entry("limits.max-response-size", "64MB"),
			Map.entry("limits.max-event-size", "24MB"), Map.entry("retry.response-timeouts", "false"),
			Map.entry("credentials.assume-role.session-name", "bedrock-runtime"),
			Map.entry("http.max-connections", "1000"), Map.entry("http.max-pending-acquires", "1000"),
			Map.entry("http.max-idle-time", "55s"), Map.entry("http.max-life-time", "1h"),
			Map.entry("http.http2", "disabled"), Map.entry("http.max-header-size", "32KB"),
			Map.entry("http.max-header-count", "256"), Map.entry("http.pool-metrics", "true"),
			Map.entry("http.keep-alive.enabled", "true"), Map.entry("http.keep-alive.idle", "60s"),
			Map.entry("http.keep-alive.interval", "30s"), Map.entry("http.keep-alive.count", "3"),
			Map.entry("failover.cool-down", "30s"), Map.entry("health.probe", "credentials"),
			Map.entry("health.timeout", "2s"), Map.entry("health.time-to-live", "60s"),
			Map.entry("health.failure-time-to-live", "10s"), Map.entry("metrics.max-models", "100"),
			Map.entry("metrics.token-usage", "auto"), Map.entry("metrics.time-per-output-chunk", "false"),
			Map.entry("request-metadata.trace-id", "false"), Map.entry("observations.content", "none"),
			Map.entry("observations.max-content-length", "8192"),
			Map.entry("observations.propagate-trace-headers", "true"));

	private static final List<String> NAMES = List.of("region", "endpoint", "fips-enabled", "dualstack-enabled",
			"default-model", "credentials.access-key", "credentials.secret-key", "credentials.session-token",
			"credentials.profile", "credentials.config-file", "credentials.shared-credentials-file",
			"credentials.assume-role.arn", "credentials.assume-role.session-name",
			"credentials.assume-role.external-id", "credentials.assume-role.duration", "credentials.api-key",
			"credentials.auth-scheme-preference", "guardrail.identifier", "guardrail.version", "guardrail.trace",
			"guardrail.stream-processing-mode", "inference.max-tokens", "inference.temperature", "inference.top-p",
			"inference.stop-sequences", "timeouts.connect", "timeouts.acquire", "timeouts.response", "timeouts.idle",
			"timeouts.call", "limits.max-response-size", "limits.max-event-size", "retry.mode", "retry.max-attempts",
			"retry.response-timeouts", "http.max-connections", "http.max-pending-acquires", "http.max-idle-time",
			"http.max-life-time", "http.http2", "http.max-header-size", "http.max-header-count", "http.pool-metrics",
			"http.user-agent-app-id", "http.keep-alive.enabled", "http.keep-alive.idle", "http.keep-alive.interval",
			"http.keep-alive.count", "http.proxy.host", "http.proxy.port", "http.proxy.username", "http.proxy.password",
			"http.proxy.non-proxy-hosts", "http.ssl.bundle", "timeouts.by-model", "failover.targets",
			"failover.cool-down", "clients", "health.probe", "health.timeout", "health.time-to-live",
			"health.failure-time-to-live", "health.model", "metrics.max-models", "metrics.token-usage",
			"metrics.time-per-output-chunk", "metrics.prices", "request-metadata.values",
			"request-metadata.from-context", "request-metadata.trace-id", "observations.model-aliases",
			"observations.content", "observations.max-content-length", "observations.propagate-trace-headers");

	private static final String HEALTH_TOGGLE = "management.health.bedrock-runtime.enabled";

	@Test
	void shouldDescribeEachPropertyAndItsDefault() throws IOException {
		Map<String, JsonNode> properties = new HashMap<>();
		for (JsonNode property : read("META-INF/spring-configuration-metadata.json").get("properties")) {
			properties.put(property.get("name").asString(), property);
		}
		JsonNode toggle = properties.remove(HEALTH_TOGGLE);
		assertThat(toggle).isNotNull();
		assertThat(toggle.get("defaultValue").asBoolean()).isTrue();
		// The properties of the endpoint are Spring Boot's own.
		assertThat(properties.keySet().removeIf((name) -> name.startsWith("management.endpoint."))).isTrue();
		assertThat(properties.keySet())
			.containsExactlyInAnyOrderElementsOf(NAMES.stream().map("bedrock.runtime."::concat).toList());
		properties.forEach((name, property) -> {
			assertThat(property.path("description").asString()).as(name)
				.endsWith(".")
				.doesNotStartWithIgnoringCase("The ")
				.doesNotStartWithIgnoringCase("A ")
				.doesNotContain("{", "<", "default is");
			assertThat(property.has("defaultValue") ? property.get("defaultValue").asString() : null).as(name)
				.isEqualTo(DEFAULTS.get(name.substring("bedrock.runtime.".length())));
		});
	}

	@Test
	void shouldHintAtValues() throws IOException {
		assertThat(read("META-INF/spring-configuration-metadata.json").get("hints"))
			.extracting((hint) -> hint.get("name").asString())
			.containsExactlyInAnyOrder("bedrock.runtime.region", "bedrock.runtime.default-model",
					"bedrock.runtime.guardrail.version", "bedrock.runtime.guardrail.trace",
					"bedrock.runtime.guardrail.stream-processing-mode", "bedrock.runtime.http.http2",
					"bedrock.runtime.observations.content", "bedrock.runtime.health.probe");
	}

	@Test
	void shouldKnowConditionsAndOrderOfEachAutoConfiguration() throws IOException {
		Properties metadata = new Properties();
		try (InputStream content = open("META-INF/spring-autoconfigure-metadata.properties")) {
			metadata.load(content);
		}
		String imports = new String(
				open("META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports")
					.readAllBytes());
		assertThat(imports.lines()).containsExactlyInAnyOrder(BedrockRuntimeAutoConfiguration.class.getName(),
				BedrockRuntimeConnectorAutoConfiguration.class.getName(),
				BedrockRuntimeEndpointAutoConfiguration.class.getName(),
				BedrockRuntimeMetricsAutoConfiguration.class.getName(),
				BedrockRuntimeObservationAutoConfiguration.class.getName(),
				BedrockRuntimeHealthContributorAutoConfiguration.class.getName());
		imports.lines()
			.forEach((name) -> assertThat(metadata.stringPropertyNames()).contains(name, name + ".ConditionalOnClass"));
		// Without Actuator its own condition could not even be loaded.
		assertThat(
				metadata.getProperty(BedrockRuntimeEndpointAutoConfiguration.class.getName() + ".ConditionalOnClass"))
			.isEqualTo(ConditionalOnAvailableEndpoint.class.getName());
		assertThat(StringUtils.commaDelimitedListToSet(
				metadata.getProperty(BedrockRuntimeAutoConfiguration.class.getName() + ".AutoConfigureAfter")))
			.contains("io.awspring.cloud.autoconfigure.core.CredentialsProviderAutoConfiguration",
					"io.awspring.cloud.autoconfigure.core.RegionProviderAutoConfiguration");
	}

	private static JsonNode read(String name) throws IOException {
		try (InputStream content = open(name)) {
			return JsonMapper.shared().readTree(content);
		}
	}

	/**
	 * Of this module only: other modules on the class path have files of the same name.
	 */
	private static InputStream open(String name) throws IOException {
		URI module = URI
			.create(BedrockRuntimeProperties.class.getProtectionDomain().getCodeSource().getLocation().toString());
		return module.resolve(name).toURL().openStream();
	}

}
