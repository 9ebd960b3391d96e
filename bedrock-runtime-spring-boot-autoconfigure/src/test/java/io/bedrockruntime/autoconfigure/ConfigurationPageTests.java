package io.bedrockruntime.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the page of the properties matches their metadata, or writes it.
 */
class ConfigurationPageTests {

	private static final Path PAGE = Path.of("..", "docs", "configuration.md");

	private static final String UPDATE = "bedrock.docs.update";

	@Test
	void shouldDescribeEachProperty() throws IOException {
		String page = new ConfigurationPage().write();
		assertThat(page).contains("| `bedrock.runtime.region` | String |", "| `30s` |",
				"Each of `bedrock.runtime.failover.targets[]`", "| `guardrail-identifier` | String |");
		if (Boolean.getBoolean(UPDATE)) {
			Files.writeString(PAGE, page);
		}
		assertThat(Files.readString(PAGE).replace("\r\n", "\n"))
			.as("docs/configuration.md; to make it anew: mvn -pl bedrock-runtime-spring-boot-autoconfigure -am test "
					+ "-Dtest=ConfigurationPageTests -Dsurefire.failIfNoSpecifiedTests=false -D%s=true", UPDATE)
			.isEqualTo(page);
	}

	@Test
	void shouldDescribeWhatIsInLists() {
		assertThat(FieldComments.of(BedrockRuntimeFailoverProperties.Target.class))
			.containsKeys("models", "region", "endpoint", "modelId", "guardrailIdentifier", "guardrailVersion")
			.doesNotContainKey("coolDown")
			.allSatisfy((name, comment) -> assertThat(comment).matches("[A-Z][^/\n]*\\."));
	}

}
