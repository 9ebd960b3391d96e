package io.bedrockruntime.autoconfigure.internal.aws;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.bedrockruntime.ReactiveBedrockRuntimeOperations;
import io.bedrockruntime.autoconfigure.BedrockRuntimeConnectionDetails;
import io.bedrockruntime.autoconfigure.client.BuilderProbe;
import io.bedrockruntime.autoconfigure.client.ClientAutoConfigurations;
import io.bedrockruntime.autoconfigure.internal.client.ConfiguredClients;
import io.bedrockruntime.autoconfigure.internal.config.BedrockRuntimeRegionMissingException;
import io.bedrockruntime.autoconfigure.internal.config.InvalidBedrockRuntimeConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link RegionResolver}: which source of the region wins.
 */
@ExtendWith(OutputCaptureExtension.class)
class RegionResolverTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(ClientAutoConfigurations.ALL)
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
	void whenBeanHasNoRegionThenOtherSourcesAreNotSearched() {
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

	@Test
	void whenThereIsNoInstanceMetadataThenAllClientsFindThatOutOnce() throws IOException {
		int ofOne = askedFor("bedrock.runtime.clients.first.timeouts.idle=1m");
		int ofThree = askedFor("bedrock.runtime.clients.first.timeouts.idle=1m",
				"bedrock.runtime.clients.second.timeouts.idle=1m", "bedrock.runtime.clients.third.timeouts.idle=1m");
		assertThat(ofThree).isEqualTo(ofOne).isPositive();
	}

	/** Return the number of region requests to instance metadata without a region. */
	private int askedFor(String... clients) throws IOException {
		AtomicInteger asked = new AtomicInteger();
		HttpServer metadata = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		metadata.createContext("/", (exchange) -> {
			asked.incrementAndGet();
			exchange.sendResponseHeaders(404, -1);
			exchange.close();
		});
		metadata.start();
		try {
			this.contextRunner.withBean(ReactiveBedrockRuntimeOperations.class, () -> mock())
				.withPropertyValues(clients)
				.withSystemProperties("aws.disableEc2Metadata=false",
						"aws.ec2MetadataServiceEndpoint=http://127.0.0.1:" + metadata.getAddress().getPort())
				.run((context) -> assertThat(context.getBean(ConfiguredClients.class).unusable())
					.hasSize(clients.length));
		}
		finally {
			metadata.stop(0);
		}
		return asked.get();
	}

	@Test
	void whenBeanIsDefinedThenItIsCalledOnceForAllClients() {
		AtomicInteger asked = new AtomicInteger();
		this.contextRunner.withBean(AwsRegionProvider.class, () -> () -> {
			asked.incrementAndGet();
			return Region.US_WEST_2;
		})
			.withPropertyValues("bedrock.runtime.clients.first.timeouts.idle=1m",
					"bedrock.runtime.clients.second.timeouts.idle=1m")
			.run((context) -> assertThat(context.getBean(ConfiguredClients.class).usable()).hasSize(3)
				.allMatch((client) -> client.region().value().equals("us-west-2")));
		assertThat(asked).hasValue(1);
	}

	@Test
	void whenEnvironmentHasAnUnknownRegionThenItIsUsedAndLogged(CapturedOutput output) {
		this.contextRunner.withSystemProperties("aws.region=us-isow-east-1")
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).region()).isEqualTo("us-isow-east-1"));
		assertThat(output).contains("WARN")
			.containsOnlyOnce("The system property 'aws.region' is 'us-isow-east-1', which is not an AWS region that "
					+ "this version knows. If you mean 'us-iso-east-1', calls fail.");
	}

	@Test
	void whenConnectionDetailsHaveAnUnknownRegionThenItIsUsedAndLogged(CapturedOutput output) {
		this.contextRunner.withBean(BedrockRuntimeConnectionDetails.class, () -> new BedrockRuntimeConnectionDetails() {

			@Override
			public String getRegion() {
				return "eu-central-9x";
			}

		}).run((context) -> assertThat(context.getBean(BuilderProbe.class).region()).isEqualTo("eu-central-9x"));
		assertThat(output).containsOnlyOnce("The region of the connection details is 'eu-central-9x'");
	}

	@Test
	void whenPropertyHasARegionThatIsUnknownThenAnyEndpointLetsItBeUsed(CapturedOutput output) {
		ApplicationContextRunner runner = this.contextRunner.withPropertyValues("bedrock.runtime.region=eu-central-9x");
		runner.run((context) -> assertThat(context).getFailure()
			.rootCause()
			.isInstanceOf(InvalidBedrockRuntimeConfigurationException.class));
		for (String endpoint : List.of("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", "AWS_ENDPOINT_URL",
				"bedrock.runtime.endpoint")) {
			runner.withPropertyValues(endpoint + "=http://localhost:8080")
				.run((context) -> assertThat(context.getBean(BuilderProbe.class).region()).isEqualTo("eu-central-9x"));
		}
		runner.withBean(BedrockRuntimeConnectionDetails.class, () -> new BedrockRuntimeConnectionDetails() {

			@Override
			public URI getEndpoint() {
				return URI.create("http://localhost:8080");
			}

		})
			.withPropertyValues("bedrock.runtime.clients.named.region=eu-central-8x")
			.run((context) -> assertThat(context.getBean(ConfiguredClients.class).usable()).hasSize(2));
		assertThat(output).contains("WARN")
			.contains("'bedrock.runtime.region' is 'eu-central-9x', which is not an AWS region")
			.contains("'bedrock.runtime.clients.named.region' is 'eu-central-8x', which is not an AWS region");
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
