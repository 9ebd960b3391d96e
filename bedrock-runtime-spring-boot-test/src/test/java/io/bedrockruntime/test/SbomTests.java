package io.bedrockruntime.test;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the bill of materials of this module.
 */
class SbomTests {

	@Test
	void whenModuleIsPackagedThenDependenciesAreListed() {
		JsonNode sbom = JsonMapper.shared().readTree(Path.of("target/bom.json"));
		assertThat(sbom.path("metadata").path("component").path("name").asString())
			.isEqualTo("bedrock-runtime-spring-boot-test");
		Map<String, JsonNode> components = new HashMap<>();
		sbom.path("components").forEach((component) -> components.put(component.path("name").asString(), component));
		assertThat(components).containsKeys("bedrock-runtime-emulator", "bedrock-runtime-spring-boot-autoconfigure",
				"assertj-core");
		assertThat(components.get("spring-boot-testcontainers").path("scope").asString()).isEqualTo("optional");
		assertThat(components.get("junit-jupiter-api").path("scope").asString()).isEqualTo("optional");
		assertThat(components).doesNotContainKeys("bedrockruntime", "junit-platform-testkit", "log-check");
	}

}
