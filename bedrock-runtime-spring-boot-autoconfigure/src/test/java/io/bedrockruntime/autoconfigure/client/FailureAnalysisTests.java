package io.bedrockruntime.autoconfigure.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.autoconfigure.BedrockRuntimeClients;
import io.bedrockruntime.autoconfigure.BedrockRuntimeConnectionDetails;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests of the failure analysis of an application that cannot start.
 */
@ExtendWith(OutputCaptureExtension.class)
class FailureAnalysisTests {

	private static final String REGION = "region=eu-central-1";

	private static final String ROLE = "credentials.assume-role.arn=arn:aws:iam::123456789012:role/name";

	@Test
	void whenThereIsNoRegionThenPropertyAndSourcesAreReported(CapturedOutput output) {
		assertThatException().isThrownBy(() -> start(Application.class));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("The Amazon Bedrock Runtime requires a region, but none was found in:")
			.contains("- the property 'bedrock.runtime.region'")
			.contains("- the environment variable 'AWS_REGION'")
			.contains("Set the property 'bedrock.runtime.region'");
	}

	@ParameterizedTest
	@MethodSource("invalidConfigurations")
	void whenConfigurationIsInvalidThenPropertyOriginAndActionAreReported(String[] arguments, String property,
			String action, CapturedOutput output) {
		assertThatException().isThrownBy(() -> start(Application.class, arguments));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("The Amazon Bedrock Runtime is not configured correctly: '" + property + "'")
			.contains("    Property: " + property)
			.contains("    Origin: \"" + property + "\" from property source \"commandLineArgs\"")
			.contains(action)
			.doesNotContain("s3cret");
	}

	static Stream<Arguments> invalidConfigurations() {
		return Stream.of(
				invalid("bedrock.runtime.credentials.secret-key' too", REGION, "credentials.access-key=s3cret"),
				invalid("bedrock.runtime.credentials.access-key' too", REGION, "credentials.secret-key=s3cret"),
				invalid("bedrock.runtime.credentials.access-key' too", REGION, "credentials.session-token=s3cret"),
				invalid("Keep either the API key, or", REGION, "credentials.api-key=s3cret",
						"credentials.access-key=s3cret", "credentials.secret-key=s3cret"),
				invalid("Keep either the API key, or", REGION, "credentials.api-key=s3cret",
						"credentials.profile=mine"),
				invalid("Keep either the API key, or", REGION, "credentials.access-key=s3cret",
						"credentials.secret-key=s3cret", "credentials.profile=mine"),
				invalid("Set it to a URL such as", REGION, "endpoint=localhost:8080/path"),
				invalid("Set it to a URL such as", REGION, "endpoint=/path"),
				invalid("Set it to a URL such as", REGION, "endpoint=ftp://host"),
				invalid("Set it to a URL such as", REGION, "endpoint=https://host/path?token=s3cret"),
				invalid("Set it to a URL such as", REGION, "endpoint=https://user:s3cret@host/"),
				invalid("for example 'eu-central-1'", "region=EU (Frankfurt)"),
				invalid("for example 'eu-central-1'", "region=EU_CENTRAL_1"),
				invalid("Set it to 'eu-central-1' if you mean that", "region=eu-cental-1"),
				invalid("Set it to 'eu-west-1' if you mean that", REGION, "failover.targets[0].region=eu-wset-1"),
				invalid("a duration such as '30s'", REGION, "timeouts.connect=0s"),
				invalid("a duration such as '30s'", REGION, "timeouts.acquire=-1s"),
				invalid("a duration such as '30s'", REGION, "timeouts.response=-15m"),
				invalid("a duration such as '30s'", REGION, "timeouts.idle=0"),
				invalid("a duration such as '30s'", REGION, "timeouts.call=0ms"),
				invalid("a duration such as '30s'", REGION, "timeouts.call=366d"),
				invalid("a duration such as '30s'", REGION, "timeouts.by-model[0].idle=0s",
						"timeouts.by-model[0].models=*"),
				invalid("a duration such as '30s'", REGION, "failover.cool-down=-1s"),
				invalid("for example 'eu-west-1'", REGION, "failover.targets[0].region=Ireland!"),
				invalid("Set 'models' to the models that it replaces", REGION, "failover.targets[0].model-id=us.model"),
				invalid("Set both or neither", REGION, "failover.targets[0].guardrail-identifier=gr",
						"failover.targets[0].region=us-east-1"),
				invalid("Set it to a URL such as", REGION, "failover.targets[0].endpoint=ftp://host"),
				invalid("a size such as '64MB'", REGION, "limits.max-response-size=0B"),
				invalid("a number in this range", REGION, "http.max-connections=0"),
				invalid("a number in this range", REGION, "http.max-pending-acquires=-1"),
				invalid("a number in this range", REGION, "http.max-header-count=-1"),
				invalid("a size such as '32KB'", REGION, "http.max-header-size=0B"),
				invalid("a duration such as '30s'", REGION, "http.max-idle-time=0s"),
				invalid("a duration such as '30s'", REGION, "http.max-life-time=-1s"),
				invalid("a duration such as '30s'", REGION, "http.max-life-time=366d"),
				invalid("a duration such as '30s'", REGION, "http.keep-alive.idle=999ms"),
				invalid("a duration such as '30s'", REGION, "http.keep-alive.idle=32768s"),
				invalid("a duration such as '30s'", REGION, "http.keep-alive.interval=1d"),
				invalid("a number in this range", REGION, "http.keep-alive.count=128"),
				invalid("a number in this range", REGION, "http.proxy.port=65536", "http.proxy.host=proxy"),
				invalid("Set 'bedrock.runtime.http.proxy.port' too", REGION, "http.proxy.host=proxy"),
				invalid("Set 'bedrock.runtime.http.proxy.host' too", REGION, "http.proxy.username=s3cret"),
				invalid("Set 'bedrock.runtime.http.proxy.password' too", REGION, "http.proxy.username=s3cret",
						"http.proxy.host=proxy", "http.proxy.port=3128"),
				invalid("Set it to 1 to 50 characters", REGION, "http.user-agent-app-id=s3cret app"),
				invalid("the bundle with 'spring.ssl.bundle'", REGION, "http.ssl.bundle=typo"),
				invalid("a size such as '64MB'", REGION, "limits.max-event-size=4GB"),
				invalid("Set 'bedrock.runtime.fips-enabled' to false, or remove", REGION, "fips-enabled=true",
						"endpoint=https://host/s3cret"),
				invalid("Set 'bedrock.runtime.dualstack-enabled' to false, or remove", REGION, "dualstack-enabled=true",
						"endpoint=https://host/s3cret"),
				invalid("Set it to the name of a profile of these files", REGION, "credentials.profile=typo"),
				invalid("Set it to the location of a file", REGION, "credentials.config-file=/nonexistent/config"),
				invalid("Set it to an ARN such as", REGION, "credentials.assume-role.arn=role/name"),
				invalid("Set it to 2 to 64 letters", REGION, "credentials.assume-role.session-name=a b", ROLE),
				invalid("Set it to a duration such as '1h'", REGION, "credentials.assume-role.duration=14m", ROLE),
				invalid("Set it to a duration such as '1h'", REGION, "credentials.assume-role.duration=13h", ROLE),
				invalid("Set 'bedrock.runtime.credentials.assume-role.arn' too", REGION,
						"credentials.assume-role.external-id=s3cret"),
				invalid("Set 'bedrock.runtime.credentials.assume-role.arn' too", REGION,
						"credentials.assume-role.duration=1h"),
				invalid("Keep one of them, and remove the other", REGION, "credentials.api-key=s3cret", ROLE),
				invalid("define a bean of type IdentityProvider<TokenIdentity>, or add sigv4", REGION,
						"credentials.auth-scheme-preference=httpBearerAuth"),
				invalid("Keep one of them, and remove the other", REGION, "credentials.auth-scheme-preference=sigv4",
						"credentials.api-key=s3cret"),
				invalid("Keep one of them, and remove the other", REGION,
						"credentials.auth-scheme-preference=httpBearerAuth", "credentials.access-key=s3cret",
						"credentials.secret-key=s3cret"),
				invalid("Keep one of them, and remove the other", REGION,
						"credentials.auth-scheme-preference=httpBearerAuth", ROLE),
				invalid("Set 'bedrock.runtime.guardrail.version'", REGION, "guardrail.identifier=gr12345"),
				invalid("Set 'bedrock.runtime.guardrail.identifier' too", REGION, "guardrail.version=1"),
				invalid("Set 'bedrock.runtime.guardrail.identifier' too", REGION, "guardrail.trace=enabled"),
				invalid("Set 'bedrock.runtime.guardrail.identifier' too", REGION,
						"guardrail.stream-processing-mode=sync"));
	}

	/** The invalid property is the first one except the region, if there are several. */
	private static Arguments invalid(String action, String... properties) {
		String wrong = properties[(properties.length > 1) ? 1 : 0];
		String name = "bedrock.runtime." + wrong.substring(0, wrong.indexOf('='));
		return arguments(Arrays.stream(properties).map("--bedrock.runtime."::concat).toArray(String[]::new), name,
				action);
	}

	@Test
	void whenProfileDoesNotExistThenItsNameAndFilesAreReported(CapturedOutput output) {
		assertThatException().isThrownBy(() -> start(Application.class, "--bedrock.runtime.credentials.profile=typo",
				"--bedrock.runtime.region=eu-central-1"));
		assertThat(output).contains("'bedrock.runtime.credentials.profile' is 'typo', but neither "
				+ "'/nonexistent/aws/config' nor '/nonexistent/aws/credentials' has a profile of that name");
	}

	@Test
	void whenPropertiesExcludeEachOtherThenBothAreNamed(CapturedOutput output) {
		assertThatException().isThrownBy(() -> start(Application.class, "--bedrock.runtime.credentials.api-key=s3cret",
				"--bedrock.runtime.credentials.profile=mine", "--bedrock.runtime.region=eu-central-1"));
		assertThat(output).contains("    Property: bedrock.runtime.credentials.api-key")
			.contains("    Property: bedrock.runtime.credentials.profile");
	}

	@Test
	void whenConnectionDetailsAreInvalidThenTheyAreReportedAndNoProperty(CapturedOutput output) {
		assertThatException()
			.isThrownBy(() -> start(DetailsApplication.class, "--bedrock.runtime.region=eu-central-1"));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("In the bean of connection details, the access key is set without the secret key")
			.doesNotContain("Property:")
			.doesNotContain("s3cret");
	}

	@Test
	void whenInvalidValueIsInAFileThenItsLineIsTheOrigin(@TempDir Path directory, CapturedOutput output)
			throws IOException {
		Path file = directory.resolve("application.yaml");
		Files.writeString(file, """
				bedrock.runtime:
				  region: eu-central-1
				  credentials:
				    access-key: s3cret
				""");
		assertThatException()
			.isThrownBy(() -> start(Application.class, "--spring.config.location=" + directory.toUri()));
		assertThat(output).contains("    Property: bedrock.runtime.credentials.access-key")
			.containsPattern("Origin: .*application\\.yaml.* - 4:17")
			.contains("Set 'bedrock.runtime.credentials.secret-key' too")
			.doesNotContain("s3cret");
	}

	@Test
	void whenModuleToAssumeARoleIsMissingThenItIsNamed(CapturedOutput output) {
		SpringApplication application = new SpringApplication(
				new DefaultResourceLoader(new FilteredClassLoader("software.amazon.awssdk.services.sts")),
				Application.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		assertThatException()
			.isThrownBy(() -> application.run("--bedrock.runtime.region=eu-central-1", "--bedrock.runtime." + ROLE));
		assertThat(output).contains("    Property: bedrock.runtime.credentials.assume-role.arn")
			.contains("Add a dependency on 'software.amazon.awssdk:sts', in version");
	}

	@Test
	void whenProfileCannotBeReadThenItsFileIsNamed(@TempDir Path directory, CapturedOutput output) throws IOException {
		Path file = Files.writeString(directory.resolve("config"), "region = eu-central-1");
		assertThatException().isThrownBy(() -> start(Application.class, "--bedrock.runtime.region=eu-central-1",
				"--bedrock.runtime.credentials.config-file=" + file, "--bedrock.runtime.credentials.profile=mine"));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("'" + file + "' or '/nonexistent/aws/credentials' cannot be read as a configuration file of AWS")
			.contains("    Property: bedrock.runtime.credentials.config-file")
			.contains("Correct the file");
	}

	@Test
	void whenClientIsInjectedByAnUnknownNameThenKnownNamesAreReported(CapturedOutput output) {
		assertThatException().isThrownBy(() -> start(InjectingApplication.class,
				"--bedrock.runtime.region=eu-central-1", "--bedrock.runtime.clients.archive.region=eu-west-1"));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("required a client of the Amazon Bedrock Runtime named 'archiv', which does not exist. "
					+ "The names are: 'archive'.")
			.contains("'bedrock.runtime.clients.archiv.region'");
	}

	@Test
	void whenClientIsLookedUpByAnUnknownNameThenKnownNamesAreReported(CapturedOutput output) {
		assertThatException()
			.isThrownBy(() -> start(LookingUpApplication.class, "--bedrock.runtime.region=eu-central-1"));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("there is no client named 'archiv'; the names are: 'default'")
			.contains("'bedrock.runtime.clients.archiv.region'");
	}

	@Test
	void whenNamedClientIsInvalidThenWarningNamesPropertyOriginAndAction(CapturedOutput output) {
		start(Application.class, "--bedrock.runtime.region=eu-central-1",
				"--bedrock.runtime.clients.archive.region=eu-cental-1",
				"--bedrock.runtime.clients.other.credentials.api-key=s3cret",
				"--bedrock.runtime.clients.other.credentials.profile=mine");
		assertThat(output).doesNotContain("APPLICATION FAILED TO START")
			.contains("'bedrock.runtime.clients.archive.region' is 'eu-cental-1', but AWS has no such region")
			.contains("    Origin: \"bedrock.runtime.clients.archive.region\" from property source "
					+ "\"commandLineArgs\"")
			.contains("set 'bedrock.runtime.clients.archive.endpoint' to its endpoint as well")
			.contains("'bedrock.runtime.clients.other.credentials.api-key', "
					+ "'bedrock.runtime.clients.other.credentials.profile' are set together")
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

	@Configuration(proxyBeanMethods = false)
	static class InjectingApplication extends Application {

		@Bean
		String answer(@Qualifier("archiv") BedrockRuntimeOperations operations) {
			return operations.toString();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LookingUpApplication extends Application {

		@Bean
		String answer(BedrockRuntimeClients clients) {
			return clients.get("archiv").toString();
		}

	}

}
