package io.bedrockruntime.autoconfigure.internal.aws;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import io.bedrockruntime.autoconfigure.BedrockRuntimeConnectionDetails;
import io.bedrockruntime.autoconfigure.client.BuilderProbe;
import io.bedrockruntime.autoconfigure.client.ClientAutoConfigurations;
import io.bedrockruntime.autoconfigure.internal.config.InvalidBedrockRuntimeConfigurationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EndpointResolver}: which source of the endpoint wins, and which
 * variant of the region's own is called.
 */
class EndpointResolverTests {

	private ApplicationContextRunner contextRunner;

	@BeforeEach
	void writeProfiles(@TempDir Path directory) throws IOException {
		Path config = Files.writeString(directory.resolve("config"), """
				[default]
				endpoint_url = http://default
				[profile all]
				endpoint_url = http://all
				[profile services]
				endpoint_url = http://all
				services = local
				[profile others]
				endpoint_url = http://all
				services = others
				[profile ignoring]
				endpoint_url = http://all
				ignore_configured_endpoint_urls = true
				[profile dangling]
				services = nowhere
				[profile fips]
				use_fips_endpoint = true
				use_dualstack_endpoint = true
				[profile fips-and-endpoint]
				use_fips_endpoint = true
				endpoint_url = http://all
				[profile plain]
				[profile wrong]
				endpoint_url = localhost:8080
				[services local]
				bedrock_runtime =
				  endpoint_url = http://local
				bedrock =
				  endpoint_url = http://control-plane
				[services others]
				s3 =
				  endpoint_url = http://s3
				""");
		this.contextRunner = new ApplicationContextRunner().withConfiguration(ClientAutoConfigurations.ALL)
			.withBean(BuilderProbe.class)
			.withPropertyValues("bedrock.runtime.region=eu-central-1",
					"bedrock.runtime.credentials.config-file=" + config);
	}

	/** Each row removes the setting that decided the previous row. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "none", value = {
			"bedrock.runtime.endpoint=http://p aws.endpointUrlBedrockRuntime=http://s aws.endpointUrl=http://g | http://p",
			"aws.endpointUrl=http://g aws.endpointUrlBedrockRuntime=http://s AWS_ENDPOINT_URL_BEDROCK_RUNTIME=http://v | http://s",
			"aws.endpointUrl=http://g AWS_ENDPOINT_URL_BEDROCK_RUNTIME=http://v AWS_ENDPOINT_URL=http://w | http://g",
			"AWS_ENDPOINT_URL=http://w AWS_ENDPOINT_URL_BEDROCK_RUNTIME=http://v AWS_PROFILE=services | http://v",
			"AWS_ENDPOINT_URL=http://w AWS_PROFILE=services | http://w", "AWS_PROFILE=services | http://local",
			"AWS_PROFILE=others | http://all", "AWS_PROFILE=all | http://all", "AWS_PROFILE=plain | none",
			"AWS_PROFILE=absent | none", "none | http://default",
			"aws.profile=services AWS_PROFILE=plain | http://local",
			"bedrock.runtime.credentials.profile=plain aws.profile=services | none",
			"AWS_ENDPOINT_URL=http://w AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=true | none",
			"AWS_ENDPOINT_URL=http://w aws.ignoreConfiguredEndpointUrls=TRUE | none",
			"AWS_ENDPOINT_URL=http://w AWS_PROFILE=ignoring | none",
			"AWS_ENDPOINT_URL=http://w AWS_PROFILE=ignoring AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=false | http://w",
			"bedrock.runtime.endpoint=http://p AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=true | http://p",
			"bedrock.runtime.endpoint= AWS_ENDPOINT_URL=http://w | http://w", "AWS_ENDPOINT_URL= | http://default",
			"AWS_ENDPOINT_URL=http://w:8080/base | http://w:8080/base" })
	void shouldUseTheFirstConfiguredEndpoint(String properties, URI expected) {
		with(properties)
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).endpoint()).isEqualTo(expected));
	}

	@Test
	void whenConnectionDetailsHaveEndpointThenItWins() {
		this.contextRunner.withBean(BedrockRuntimeConnectionDetails.class, () -> new BedrockRuntimeConnectionDetails() {

			@Override
			public URI getEndpoint() {
				return URI.create("http://details");
			}

		})
			.withPropertyValues("bedrock.runtime.endpoint=http://p", "AWS_ENDPOINT_URL=http://w")
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).endpoint())
				.isEqualTo(URI.create("http://details")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "AWS_PROFILE=plain | false | false", "AWS_PROFILE=fips | true | true",
			"AWS_PROFILE=fips AWS_USE_FIPS_ENDPOINT=false | false | true",
			"AWS_PROFILE=fips AWS_USE_DUALSTACK_ENDPOINT=false | true | false",
			"AWS_PROFILE=plain AWS_USE_FIPS_ENDPOINT=true | true | false",
			"AWS_PROFILE=plain AWS_USE_FIPS_ENDPOINT=true aws.useFipsEndpoint=false | false | false",
			"AWS_PROFILE=plain aws.useDualstackEndpoint=True | false | true",
			"AWS_PROFILE=plain bedrock.runtime.fips-enabled=true aws.useFipsEndpoint=false | true | false",
			"AWS_PROFILE=plain bedrock.runtime.dualstack-enabled=true | false | true",
			"AWS_PROFILE=fips bedrock.runtime.fips-enabled=false bedrock.runtime.dualstack-enabled=false | false | false",
			"AWS_PROFILE=plain bedrock.runtime.fips-enabled= AWS_USE_FIPS_ENDPOINT= | false | false",
			"AWS_PROFILE=fips-and-endpoint bedrock.runtime.fips-enabled=false | false | false",
			"AWS_PROFILE=fips-and-endpoint AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=true | true | false" })
	void shouldUseTheFirstConfiguredVariant(String properties, boolean fips, boolean dualstack) {
		with(properties).run((context) -> {
			BuilderProbe probe = context.getBean(BuilderProbe.class);
			assertThat(probe.fips()).isEqualTo(fips);
			assertThat(probe.dualstack()).isEqualTo(dualstack);
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"bedrock.runtime.fips-enabled=true bedrock.runtime.endpoint=http://p | 'bedrock.runtime.fips-enabled' selects the region's FIPS endpoint, but 'bedrock.runtime.endpoint' selects another",
			"AWS_USE_DUALSTACK_ENDPOINT=true bedrock.runtime.endpoint=http://p | 'AWS_USE_DUALSTACK_ENDPOINT' selects the region's dual-stack endpoint, but 'bedrock.runtime.endpoint'",
			"AWS_PROFILE=fips-and-endpoint | 'use_fips_endpoint' of the profile 'fips-and-endpoint' selects the region's FIPS endpoint, but 'endpoint_url' of the profile",
			"AWS_PROFILE=dangling | 'services' of the profile 'dangling' is 'nowhere', but there is no such section",
			"AWS_PROFILE=wrong | 'endpoint_url' of the profile 'wrong' is not an absolute http or https URL",
			"AWS_ENDPOINT_URL=http://user:s3cret@host | 'AWS_ENDPOINT_URL' contains user information",
			"AWS_ENDPOINT_URL=http://a^s3cret | 'AWS_ENDPOINT_URL' is not a valid URL",
			"AWS_USE_FIPS_ENDPOINT=yes | 'AWS_USE_FIPS_ENDPOINT' is neither true nor false",
			"AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=1 | 'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS' is neither true nor false" })
	void whenSettingsAreInvalidThenTheirSourceIsReported(String properties, String message) {
		with(properties).run((context) -> assertThat(context).getFailure()
			.rootCause()
			.isInstanceOf(InvalidBedrockRuntimeConfigurationException.class)
			.hasMessageContaining(message)
			.hasMessageNotContaining("s3cret"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "config-file", "shared-credentials-file" })
	void whenFileDoesNotExistThenStartFails(String property, @TempDir Path directory) {
		this.contextRunner
			.withPropertyValues("bedrock.runtime.credentials." + property + "=" + directory.resolve("nothing"))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageStartingWith("'bedrock.runtime.credentials." + property + "' is '" + directory));
	}

	@Test
	void whenFileIsBrokenThenStartFails(@TempDir Path directory) throws IOException {
		Path config = Files.writeString(directory.resolve("config"), "s3cret without a section");
		this.contextRunner.withPropertyValues("bedrock.runtime.credentials.config-file=" + config)
			.run((context) -> assertThat(context).getFailure()
				.satisfies(
						(ex) -> assertThat(ex).hasStackTraceContaining("cannot be read as a configuration file of AWS")
							.hasStackTraceContaining(config.toString())));
	}

	@Test
	void whenFileIsInHomeThenTildeStandsForIt(@TempDir Path home) throws IOException {
		Files.writeString(home.resolve("mine"), "[default]\nendpoint_url = http://home\n");
		this.contextRunner.withSystemProperties("user.home=" + home)
			.withPropertyValues("bedrock.runtime.credentials.config-file=~/mine")
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).endpoint())
				.isEqualTo(URI.create("http://home")));
	}

	private ApplicationContextRunner with(String properties) {
		return (properties != null)
				? this.contextRunner.withPropertyValues(Arrays.stream(properties.split(" ")).toArray(String[]::new))
				: this.contextRunner;
	}

}
