package io.bedrockruntime.autoconfigure;

import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests of what an application prints that cannot start.
 */
@ExtendWith(OutputCaptureExtension.class)
class FailureAnalysisTests {

	private static final String REGION = "region=eu-central-1";

	private static final String ROLE = "credentials.assume-role.arn=arn:aws:iam::123456789012:role/name";

	@Test
	void whenThereIsNoRegionThenPropertyAndPlacesAreNamed(CapturedOutput output) {
		assertThatException().isThrownBy(() -> start(Application.class));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("The Amazon Bedrock Runtime needs a region, and there is none.")
			.contains("- the property 'bedrock.runtime.region'")
			.contains("- the environment variable 'AWS_REGION'")
			.contains("Set the property 'bedrock.runtime.region'");
	}

	@ParameterizedTest
	@MethodSource("mistakes")
	void whenConfigurationIsMistakenThenPropertyOriginAndActionAreNamed(String[] arguments, String property,
			String action, CapturedOutput output) {
		assertThatException().isThrownBy(() -> start(Application.class, arguments));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("The Amazon Bedrock Runtime is not configured correctly: '" + property + "'")
			.contains("    Property: " + property)
			.contains("    Origin: \"" + property + "\" from property source \"commandLineArgs\"")
			.contains(action)
			.doesNotContain("s3cret");
	}

	static Stream<Arguments> mistakes() {
		return Stream.of(
				mistake("bedrock.runtime.credentials.secret-key' too", REGION, "credentials.access-key=s3cret"),
				mistake("bedrock.runtime.credentials.access-key' too", REGION, "credentials.secret-key=s3cret"),
				mistake("bedrock.runtime.credentials.access-key' too", REGION, "credentials.session-token=s3cret"),
				mistake("Keep either the API key, or", REGION, "credentials.api-key=s3cret",
						"credentials.access-key=s3cret", "credentials.secret-key=s3cret"),
				mistake("Keep either the API key, or", REGION, "credentials.api-key=s3cret",
						"credentials.profile=mine"),
				mistake("Keep either the API key, or", REGION, "credentials.access-key=s3cret",
						"credentials.secret-key=s3cret", "credentials.profile=mine"),
				mistake("Set it to a URL such as", REGION, "endpoint=localhost:8080/path"),
				mistake("Set it to a URL such as", REGION, "endpoint=/path"),
				mistake("Set it to a URL such as", REGION, "endpoint=ftp://host"),
				mistake("Set it to a URL such as", REGION, "endpoint=https://host/path?token=s3cret"),
				mistake("Set it to a URL such as", REGION, "endpoint=https://user:s3cret@host/"),
				mistake("for example 'eu-central-1'", "region=EU (Frankfurt)"),
				mistake("for example 'eu-central-1'", "region=EU_CENTRAL_1"),
				mistake("a duration such as '30s'", REGION, "timeouts.connect=0s"),
				mistake("a duration such as '30s'", REGION, "timeouts.acquire=-1s"),
				mistake("a duration such as '30s'", REGION, "timeouts.response=-15m"),
				mistake("a duration such as '30s'", REGION, "timeouts.idle=0"),
				mistake("a duration such as '30s'", REGION, "timeouts.call=0ms"),
				mistake("a size such as '64MB'", REGION, "limits.max-response-size=0B"),
				mistake("a size such as '64MB'", REGION, "limits.max-event-size=4GB"),
				mistake("Set 'bedrock.runtime.fips-enabled' to false, or remove", REGION, "fips-enabled=true",
						"endpoint=https://host/s3cret"),
				mistake("Set 'bedrock.runtime.dualstack-enabled' to false, or remove", REGION, "dualstack-enabled=true",
						"endpoint=https://host/s3cret"),
				mistake("Set it to the name of a profile of these files", REGION, "credentials.profile=typo"),
				mistake("Set it to the location of a file", REGION, "credentials.config-file=/nonexistent/config"),
				mistake("Set it to an ARN such as", REGION, "credentials.assume-role.arn=role/name"),
				mistake("Set it to 2 to 64 letters", REGION, "credentials.assume-role.session-name=a b", ROLE),
				mistake("Set it to a duration such as '1h'", REGION, "credentials.assume-role.duration=14m", ROLE),
				mistake("Set it to a duration such as '1h'", REGION, "credentials.assume-role.duration=13h", ROLE),
				mistake("Set 'bedrock.runtime.credentials.assume-role.arn' too", REGION,
						"credentials.assume-role.external-id=s3cret"),
				mistake("Set 'bedrock.runtime.credentials.assume-role.arn' too", REGION,
						"credentials.assume-role.duration=1h"),
				mistake("Keep either, and remove the other", REGION, "credentials.api-key=s3cret", ROLE),
				mistake("Set 'bedrock.runtime.guardrail.version'", REGION, "guardrail.identifier=gr12345"),
				mistake("Set 'bedrock.runtime.guardrail.identifier' too", REGION, "guardrail.version=1"),
				mistake("Set 'bedrock.runtime.guardrail.identifier' too", REGION, "guardrail.trace=enabled"),
				mistake("Set 'bedrock.runtime.guardrail.identifier' too", REGION,
						"guardrail.stream-processing-mode=sync"));
	}

	/** The property at fault is the first that is not the region, if there is another. */
	private static Arguments mistake(String action, String... properties) {
		String wrong = properties[(properties.length > 1) ? 1 : 0];
		String name = "bedrock.runtime." + wrong.substring(0, wrong.indexOf('='));
		return arguments(Arrays.stream(properties).map("--bedrock.runtime."::concat).toArray(String[]::new), name,
				action);
	}

	@Test
	void whenProfileIsMistypedThenItsNameAndFilesAreNamed(CapturedOutput output) {
		assertThatException().isThrownBy(() -> start(Application.class, "--bedrock.runtime.credentials.profile=typo",
				"--bedrock.runtime.region=eu-central-1"));
		assertThat(output).contains("'bedrock.runtime.credentials.profile' is 'typo', and there is no such profile in "
				+ "'/nonexistent/aws/config' or '/nonexistent/aws/credentials'");
	}

	@Test
	void whenPropertiesExcludeEachOtherThenBothAreNamed(CapturedOutput output) {
		assertThatException().isThrownBy(() -> start(Application.class, "--bedrock.runtime.credentials.api-key=s3cret",
				"--bedrock.runtime.credentials.profile=mine", "--bedrock.runtime.region=eu-central-1"));
		assertThat(output).contains("    Property: bedrock.runtime.credentials.api-key")
			.contains("    Property: bedrock.runtime.credentials.profile");
	}

	@Test
	void whenConnectionDetailsAreMistakenThenTheyAreNamedAndNoProperty(CapturedOutput output) {
		assertThatException()
			.isThrownBy(() -> start(DetailsApplication.class, "--bedrock.runtime.region=eu-central-1"));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("In the bean of connection details, the access key is given without the secret key")
			.doesNotContain("Property:")
			.doesNotContain("s3cret");
	}

	private static void start(Class<?> type, String... arguments) {
		SpringApplication application = new SpringApplication(type);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.run(arguments).close();
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ BedrockRuntimeAutoConfiguration.class, BedrockRuntimeConnectorAutoConfiguration.class,
			WebClientAutoConfiguration.class })
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	static class DetailsApplication extends Application {

		@Bean
		BedrockRuntimeConnectionDetails details() {
			return new BedrockRuntimeConnectionDetails() {

				@Override
				public String getAccessKey() {
					return "s3cret";
				}

			};
		}

	}

}
