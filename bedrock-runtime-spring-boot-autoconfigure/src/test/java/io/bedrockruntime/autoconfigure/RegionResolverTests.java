package io.bedrockruntime.autoconfigure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
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
	void whenConfigFileIsSetThenRegionOfProfileIsReadFromIt(@TempDir Path directory) throws IOException {
		Path config = Files.writeString(directory.resolve("config"), """
				[default]
				region = us-east-1
				[profile mine]
				region = sa-east-1
				""");
		ApplicationContextRunner runner = this.contextRunner
			.withPropertyValues("bedrock.runtime.credentials.config-file=" + config);
		runner.run((context) -> assertThat(context.getBean(BuilderProbe.class).region()).isEqualTo("us-east-1"));
		runner.withPropertyValues("AWS_PROFILE=mine")
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).region()).isEqualTo("sa-east-1"));
	}

	@Test
	void whenOnlyInstanceMetadataHasRegionThenItIsUsed() throws IOException {
		HttpServer metadata = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		metadata.createContext("/latest/api/token", (exchange) -> {
			exchange.getResponseHeaders().set("x-aws-ec2-metadata-token-ttl-seconds", "60");
			answer(exchange, "token");
		});
		metadata.createContext("/latest/dynamic/instance-identity/document",
				(exchange) -> answer(exchange, "{\"region\":\"us-west-1\"}"));
		metadata.start();
		try {
			this.contextRunner
				.withSystemProperties("aws.disableEc2Metadata=false",
						"aws.ec2MetadataServiceEndpoint=http://127.0.0.1:" + metadata.getAddress().getPort())
				.run((context) -> assertThat(context.getBean(BuilderProbe.class).region()).isEqualTo("us-west-1"));
		}
		finally {
			metadata.stop(0);
		}
	}

	private static void answer(HttpExchange exchange, String content) throws IOException {
		exchange.sendResponseHeaders(200, content.length());
		exchange.getResponseBody().write(content.getBytes(StandardCharsets.UTF_8));
		exchange.close();
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
