package io.bedrockruntime.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RegionResolver}: which source of the region wins.
 */
class RegionResolverTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(BedrockRuntimeAutoConfigurationTests.AUTO_CONFIGURATIONS)
		.withBean(BuilderProbe.class);

	@Test
	void whenNoRegionCanBeFoundThenStartFails() {
		this.contextRunner.run((context) -> assertThat(context).getFailure()
			.satisfies((ex) -> assertThat(causes(ex))
				.hasAtLeastOneElementOfType(BedrockRuntimeRegionMissingException.class)));
	}

	@Test
	void whenPropertyIsSetThenItWinsOverBeanAndEnvironment() {
		this.contextRunner.withBean(AwsRegionProvider.class, () -> () -> Region.US_WEST_2)
			.withSystemProperties("aws.region=us-east-2")
			.withPropertyValues("bedrock.runtime.region=eu-central-1")
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).region()).isEqualTo("eu-central-1"));
	}

	@Test
	void whenBeanIsDefinedThenItWinsOverEnvironment() {
		this.contextRunner.withBean(AwsRegionProvider.class, () -> () -> Region.US_WEST_2)
			.withSystemProperties("aws.region=us-east-2")
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).region()).isEqualTo("us-west-2"));
	}

	@Test
	void whenBeanHasNoRegionThenNoneIsLookedForElsewhere() {
		this.contextRunner.withBean(AwsRegionProvider.class, () -> () -> {
			throw SdkClientException.create("none");
		})
			.withSystemProperties("aws.region=us-east-2")
			.run((context) -> assertThat(context).getFailure()
				.satisfies((ex) -> assertThat(causes(ex))
					.hasAtLeastOneElementOfType(BedrockRuntimeRegionMissingException.class)));
	}

	@Test
	void whenOnlyEnvironmentHasRegionThenItIsUsed() {
		this.contextRunner.withSystemProperties("aws.region=us-east-2")
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).region()).isEqualTo("us-east-2"));
	}

	@Test
	void whenProfileIsSetThenItsRegionIsUsed(@TempDir Path directory) throws IOException {
		Path config = Files.writeString(directory.resolve("config"), """
				[default]
				region = us-east-1
				[profile mine]
				region = sa-east-1
				""");
		this.contextRunner.withSystemProperties("aws.configFile=" + config)
			.withPropertyValues("bedrock.runtime.credentials.profile=mine")
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).region()).isEqualTo("sa-east-1"));
	}

	@Test
	void whenPropertyIsBlankThenItIsAbsent() {
		this.contextRunner.withPropertyValues("bedrock.runtime.region= ")
			.withSystemProperties("aws.region=us-east-2")
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).region()).isEqualTo("us-east-2"));
	}

	private static List<Throwable> causes(Throwable ex) {
		List<Throwable> causes = new ArrayList<>();
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			causes.add(cause);
		}
		return causes;
	}

}
