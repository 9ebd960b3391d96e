package io.bedrockruntime.starter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The bill of materials of each module that is deployed, which the build has just made.
 */
class SbomTests {

	private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();

	@ParameterizedTest
	@ValueSource(strings = { "bedrock-runtime-core", "bedrock-runtime-emulator",
			"bedrock-runtime-spring-boot-autoconfigure", "bedrock-runtime-spring-boot-starter" })
	void whenModuleIsPackagedThenWhatItIsMadeOfIsListed(String module) throws IOException {
		JsonNode sbom = read(module);
		assertThat(sbom.path("bomFormat").asString()).isEqualTo("CycloneDX");
		assertThat(sbom.path("metadata").path("component").path("name").asString()).isEqualTo(module);
		Map<String, JsonNode> components = components(sbom);
		assertThat(components).containsKeys("reactor-netty-http", "spring-webflux", "jackson-databind", "auth");
		assertThat(components.values()).allSatisfy((component) -> {
			assertThat(component.path("purl").asString()).startsWith("pkg:maven/");
			assertThat(component.path("licenses")).isNotEmpty();
			assertThat(component.path("hashes")).isNotEmpty();
		});
		assertThat(components).doesNotContainKeys("bedrockruntime", "junit-jupiter", "assertj-core", "archunit");
	}

	@Test
	void whenDependencyIsOptionalThenItIsListedAsSuch() throws IOException {
		assertThat(components(read("bedrock-runtime-core")).get("jsonschema-generator").path("scope").asString())
			.isEqualTo("optional");
		assertThat(components(read("bedrock-runtime-spring-boot-autoconfigure")).get("sts").path("scope").asString())
			.isEqualTo("optional");
		assertThat(components(read("bedrock-runtime-spring-boot-starter"))).doesNotContainKeys("jsonschema-generator",
				"sts");
	}

	@ParameterizedTest
	@ValueSource(strings = { "bom.json", "bom.xml" })
	void whenBuiltAgainThenTheListIsTheSame(String file) throws IOException {
		String sbom = Files.readString(PROJECT.resolve("bedrock-runtime-spring-boot-starter/target").resolve(file));
		assertThat(sbom).contains("cdx:reproducible")
			.doesNotContain("timestamp", PROJECT.toString(), System.getProperty("user.home"));
	}

	private static JsonNode read(String module) {
		return JsonMapper.shared().readTree(PROJECT.resolve(module).resolve("target/bom.json"));
	}

	private static Map<String, JsonNode> components(JsonNode sbom) {
		Map<String, JsonNode> components = new HashMap<>();
		sbom.path("components").forEach((component) -> components.put(component.path("name").asString(), component));
		return components;
	}

}
