package io.bedrockruntime.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of the metadata that the annotation processors write, and that an editor and
 * Spring Boot's start-up rely on.
 */
class MetadataTests {

	private static final Map<String, String> DEFAULTS = Map.of("timeouts.connect", "5s", "timeouts.acquire", "30s",
			"timeouts.response", "15m", "timeouts.idle", "5m", "limits.max-response-size", "64MB",
			"limits.max-event-size", "24MB", "retry.response-timeouts", "false", "credentials.assume-role.session-name",
			"bedrock-runtime");

	private static final List<String> NAMES = List.of("region", "endpoint", "fips-enabled", "dualstack-enabled",
			"default-model", "credentials.access-key", "credentials.secret-key", "credentials.session-token",
			"credentials.profile", "credentials.config-file", "credentials.shared-credentials-file",
			"credentials.assume-role.arn", "credentials.assume-role.session-name",
			"credentials.assume-role.external-id", "credentials.assume-role.duration", "credentials.api-key",
			"guardrail.identifier", "guardrail.version", "guardrail.trace", "guardrail.stream-processing-mode",
			"inference.max-tokens", "inference.temperature", "inference.top-p", "inference.stop-sequences",
			"timeouts.connect", "timeouts.acquire", "timeouts.response", "timeouts.idle", "timeouts.call",
			"limits.max-response-size", "limits.max-event-size", "retry.mode", "retry.max-attempts",
			"retry.response-timeouts");

	@Test
	void shouldDescribeEachPropertyAndItsDefault() throws IOException {
		Map<String, JsonNode> properties = new HashMap<>();
		for (JsonNode property : read("META-INF/spring-configuration-metadata.json").get("properties")) {
			properties.put(property.get("name").asString(), property);
		}
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
			.containsExactlyInAnyOrder("bedrock.runtime.region", "bedrock.runtime.guardrail.trace",
					"bedrock.runtime.guardrail.stream-processing-mode");
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
				BedrockRuntimeConnectorAutoConfiguration.class.getName());
		imports.lines()
			.forEach((name) -> assertThat(metadata.stringPropertyNames()).contains(name, name + ".ConditionalOnClass"));
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
