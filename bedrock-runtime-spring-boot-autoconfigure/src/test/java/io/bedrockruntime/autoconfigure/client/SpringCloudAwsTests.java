package io.bedrockruntime.autoconfigure.client;

import java.net.URI;

import io.awspring.cloud.autoconfigure.core.AwsAutoConfiguration;
import io.awspring.cloud.autoconfigure.core.AwsClientBuilderConfigurer;
import io.awspring.cloud.autoconfigure.core.AwsConnectionDetails;
import io.awspring.cloud.autoconfigure.core.CredentialsProviderAutoConfiguration;
import io.awspring.cloud.autoconfigure.core.RegionProviderAutoConfiguration;
import io.bedrockruntime.autoconfigure.BedrockRuntimeConnectionDetails;
import io.bedrockruntime.autoconfigure.internal.aws.SpringCloudAwsSettings;
import io.bedrockruntime.autoconfigure.internal.client.ConfiguredClient;
import io.bedrockruntime.autoconfigure.internal.client.ConfiguredClients;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of the settings that the client uses from Spring Cloud AWS.
 */
@ExtendWith(OutputCaptureExtension.class)
class SpringCloudAwsTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(ClientAutoConfigurations.ALL)
		.withConfiguration(AutoConfigurations.of(CredentialsProviderAutoConfiguration.class,
				RegionProviderAutoConfiguration.class, AwsAutoConfiguration.class))
		.withAllowBeanDefinitionOverriding(false)
		.withBean(BuilderProbe.class)
		.withPropertyValues("spring.cloud.aws.region.static=eu-north-1",
				"spring.cloud.aws.credentials.access-key=library-access",
				"spring.cloud.aws.credentials.secret-key=library-secret");

	@Test
	void whenOnlySpringCloudAwsIsConfiguredThenClientUsesItsRegionAndCredentials() {
		this.contextRunner.run((context) -> {
			assertThat(context).hasNotFailed().hasSingleBean(AwsClientBuilderConfigurer.class);
			BuilderProbe probe = context.getBean(BuilderProbe.class);
			assertThat(probe.region()).isEqualTo("eu-north-1");
			assertThat(probe.credentials().accessKeyId()).isEqualTo("library-access");
			assertThat(probe.endpoint()).isNull();
		});
	}

	@Test
	void whenBothAreConfiguredThenPropertiesOfTheClientWin() {
		this.contextRunner.withPropertyValues("bedrock.runtime.region=eu-central-1",
				"bedrock.runtime.endpoint=https://own.example.com", "bedrock.runtime.credentials.access-key=own-access",
				"bedrock.runtime.credentials.secret-key=own-secret", "bedrock.runtime.fips-enabled=false",
				"spring.cloud.aws.endpoint=http://library.example.com", "spring.cloud.aws.fips-enabled=true")
			.run((context) -> {
				BuilderProbe probe = context.getBean(BuilderProbe.class);
				assertThat(probe.region()).isEqualTo("eu-central-1");
				assertThat(probe.credentials().accessKeyId()).isEqualTo("own-access");
				assertThat(probe.endpoint()).isEqualTo(URI.create("https://own.example.com"));
				assertThat(probe.fips()).isFalse();
			});
	}

	@Test
	void whenEndpointOfAllServicesIsSetThenClientCallsItBeforeThatOfTheEnvironment() {
		this.contextRunner
			.withPropertyValues("spring.cloud.aws.endpoint=http://library.example.com:4566",
					"AWS_ENDPOINT_URL=http://environment.example.com")
			.run((context) -> {
				assertThat(context.getBean(BuilderProbe.class).endpoint())
					.isEqualTo(URI.create("http://library.example.com:4566"));
				assertThat(context.getBean(ConfiguredClient.class).endpoint().setting())
					.hasToString("'spring.cloud.aws.endpoint'");
			});
	}

	@Test
	void whenEndpointOfAllServicesIsSetThenThatOfThisServiceComesBeforeIt(CapturedOutput output) {
		for (String name : new String[] { "AWS_ENDPOINT_URL_BEDROCK_RUNTIME", "aws.endpointUrlBedrockRuntime" }) {
			this.contextRunner
				.withPropertyValues("spring.cloud.aws.endpoint=http://library.example.com:4566",
						name + "=http://bedrock.example.com", "aws.endpointUrl=http://all.example.com")
				.run((context) -> assertThat(context.getBean(BuilderProbe.class).endpoint())
					.isEqualTo(URI.create("http://bedrock.example.com")));
		}
		this.contextRunner
			.withPropertyValues("spring.cloud.aws.endpoint=http://library.example.com:4566",
					"AWS_ENDPOINT_URL_BEDROCK_RUNTIME=http://bedrock.example.com",
					"AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=true", "aws.endpointUrl=http://all.example.com")
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).endpoint())
				.isEqualTo(URI.create("http://library.example.com:4566")));
		assertThat(output).containsOnlyOnce("uses the endpoint of Spring Cloud AWS");
	}

	@Test
	void whenEndpointOfAllServicesIsUsedThenEachClientLogsIt(CapturedOutput output) {
		this.contextRunner
			.withPropertyValues("spring.cloud.aws.endpoint=http://library.example.com:4566/s3cret",
					"bedrock.runtime.clients.it.timeouts.idle=1m",
					"bedrock.runtime.clients.other.endpoint=http://other.example.com")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output)
			.containsOnlyOnce("Client 'default' of the Amazon Bedrock Runtime uses the endpoint of "
					+ "Spring Cloud AWS ('spring.cloud.aws.endpoint')")
			.containsOnlyOnce("Client 'it' of the Amazon Bedrock Runtime uses the endpoint of Spring Cloud AWS")
			.doesNotContain("Client 'other'")
			.contains("set 'bedrock.runtime.endpoint'")
			.doesNotContain("s3cret");
	}

	@Test
	void whenVariantsOfAllServicesAreSetThenClientCallsThem() {
		this.contextRunner
			.withPropertyValues("spring.cloud.aws.fips-enabled=true", "spring.cloud.aws.dualstack-enabled=true")
			.run((context) -> {
				assertThat(context.getBean(BuilderProbe.class).fips()).isTrue();
				assertThat(context.getBean(BuilderProbe.class).dualstack()).isTrue();
			});
	}

	@Test
	void whenThereAreConnectionDetailsThenTheyApplyToEachNamedClient() {
		this.contextRunner.withBean(AwsConnectionDetails.class, LocalConnectionDetails::new)
			.withPropertyValues("bedrock.runtime.clients.it.timeouts.idle=1m",
					"spring.cloud.aws.endpoint=http://library.example.com")
			.run((context) -> {
				assertThat(context.getBean(ConfiguredClients.class).usable()).hasSize(2).allSatisfy((client) -> {
					assertThat(client.region().value()).isEqualTo("us-west-2");
					assertThat(client.endpoint().uri()).isEqualTo(URI.create("http://localhost:4566"));
					assertThat(client.authentication().credentialsProvider().resolveIdentity().join().accessKeyId())
						.isEqualTo("local-access");
				});
			});
	}

	@Test
	void whenThereAreConnectionDetailsOfTheClientThenTheyWin() {
		this.contextRunner.withBean(AwsConnectionDetails.class, LocalConnectionDetails::new)
			.withBean(BedrockRuntimeConnectionDetails.class, () -> new BedrockRuntimeConnectionDetails() {

				@Override
				public URI getEndpoint() {
					return URI.create("http://details.example");
				}

			})
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).endpoint())
				.isEqualTo(URI.create("http://details.example")));
	}

	@Test
	void whenSpringCloudAwsIsAbsentThenClientIsThere() {
		new ApplicationContextRunner().withConfiguration(ClientAutoConfigurations.ALL)
			.withClassLoader(new FilteredClassLoader("io.awspring"))
			.withPropertyValues("bedrock.runtime.region=eu-central-1")
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(ConfiguredClient.class)
				.doesNotHaveBean(SpringCloudAwsSettings.class));
	}

	static class LocalConnectionDetails implements AwsConnectionDetails {

		@Override
		public URI getEndpoint() {
			return URI.create("http://localhost:4566");
		}

		@Override
		public String getRegion() {
			return "us-west-2";
		}

		@Override
		public String getAccessKey() {
			return "local-access";
		}

		@Override
		public String getSecretKey() {
			return "local-secret";
		}

	}

}
