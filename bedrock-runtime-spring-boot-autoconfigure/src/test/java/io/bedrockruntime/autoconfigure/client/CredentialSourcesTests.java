package io.bedrockruntime.autoconfigure.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

import io.bedrockruntime.autoconfigure.BedrockRuntimeConnectionDetails;
import io.bedrockruntime.autoconfigure.internal.config.InvalidBedrockRuntimeConfigurationException;
import io.bedrockruntime.autoconfigure.internal.credentials.BedrockRuntimeAuthentication;
import io.bedrockruntime.identity.RefreshableIdentityProvider;
import io.bedrockruntime.identity.StaticApiKeyProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.TokenIdentity;

import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of credentials from roles, HTTP endpoints, profiles and processes.
 */
@ExtendWith(OutputCaptureExtension.class)
class CredentialSourcesTests {

	private static final String ROLE = "arn:aws:iam::123456789012:role/name";

	private static final String KEYS = "aws_access_key_id = profile-access\naws_secret_access_key = s3cret\n";

	@TempDir
	Path directory;

	private SecurityTokenService service;

	private ApplicationContextRunner contextRunner;

	@BeforeEach
	void start() throws IOException {
		this.service = new SecurityTokenService();
		this.contextRunner = new ApplicationContextRunner().withConfiguration(ClientAutoConfigurations.ALL)
			.withBean(BuilderProbe.class)
			.withSystemProperties("aws.endpointUrlSts=" + this.service.url())
			.withPropertyValues("bedrock.runtime.region=eu-central-1");
	}

	@AfterEach
	void stop() {
		this.service.close();
	}

	@Test
	void whenRoleIsSetThenItIsAssumedWithKeysWhenCredentialsAreRequested(CapturedOutput output) {
		role()
			.withPropertyValues("bedrock.runtime.credentials.access-key=property-access",
					"bedrock.runtime.credentials.secret-key=s3cret",
					"bedrock.runtime.credentials.assume-role.session-name=mine",
					"bedrock.runtime.credentials.assume-role.external-id=ext3rnal",
					"bedrock.runtime.credentials.assume-role.duration=20m", "debug=true")
			.run((context) -> {
				assertThat(this.service.requests()).isEmpty();
				assertIsRole(context.getBean(BuilderProbe.class));
				assertThat(this.service.requests()).singleElement()
					.asString()
					.contains("Credential=property-access/", "/eu-central-1/sts/", "RoleArn=" + ROLE,
							"RoleSessionName=mine", "ExternalId=ext3rnal", "DurationSeconds=1200");
				assertThat(context.getBean(BedrockRuntimeAuthentication.class))
					.hasToString("credentials of role " + ROLE + " assumed with credentials of properties");
				assertThat(output).doesNotContain("s3cret").doesNotContain("ext3rnal").doesNotContain("role-token");
			});
	}

	@Test
	void whenRoleHasDefaultsThenSessionHasNameAndNoMoreIsSaid() {
		role().withSystemProperties("aws.accessKeyId=system-access", "aws.secretAccessKey=b").run((context) -> {
			assertIsRole(context.getBean(BuilderProbe.class));
			assertThat(this.service.requests()).singleElement()
				.asString()
				.contains("Credential=system-access/", "RoleSessionName=bedrock-runtime")
				.doesNotContain("ExternalId", "DurationSeconds");
		});
	}

	@Test
	void whenBeanProvidesCredentialsThenRoleIsAssumedWithThem(CapturedOutput output) {
		role().withUserConfiguration(CredentialsConfiguration.class).run((context) -> {
			assertIsRole(context.getBean(BuilderProbe.class));
			assertThat(this.service.requests()).singleElement().asString().contains("Credential=bean-access/");
			assertThat(output).doesNotContain("and ignores");
		});
	}

	@Test
	void whenProfileHasKeysThenRoleIsAssumedWithThem() throws IOException {
		role().withPropertyValues(profile("[profile mine]\n" + KEYS)).run((context) -> {
			assertIsRole(context.getBean(BuilderProbe.class));
			assertThat(this.service.requests()).singleElement().asString().contains("Credential=profile-access/");
		});
	}

	@Test
	void whenConnectionDetailsHaveKeysThenNoRoleIsAssumed() {
		role().withBean(BedrockRuntimeConnectionDetails.class, () -> new BedrockRuntimeConnectionDetails() {

			@Override
			public String getApiKey() {
				return "details-key";
			}

		}).run((context) -> assertThat(context.getBean(BuilderProbe.class).apiKey()).isEqualTo("details-key"));
	}

	@Test
	void whenBeanProvidesApiKeyThenNoRoleCanBeAssumed() {
		role().withUserConfiguration(TokenConfiguration.class)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageStartingWith("'bedrock.runtime.credentials.assume-role.arn' is set, but the bean"));
	}

	@Test
	void whenModuleForRoleIsMissingThenItsCoordinatesAreNamed() {
		role().withClassLoader(new FilteredClassLoader("software.amazon.awssdk.services.sts"))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidBedrockRuntimeConfigurationException.class,
						(ex) -> assertThat(ex.getAction()).contains("'software.amazon.awssdk:sts'"))
				.hasMessage(
						"'bedrock.runtime.credentials.assume-role.arn' says to assume a role, but the AWS SDK module for "
								+ "that is not on the class path"));
	}

	@Test
	void whenHttpClientForRoleIsMissingThenItsCoordinatesAreNamed() {
		role()
			.withClassLoader(new FilteredClassLoader(
					new ClassPathResource("META-INF/services/software.amazon.awssdk.http.SdkHttpService")))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidBedrockRuntimeConfigurationException.class,
						(ex) -> assertThat(ex.getAction()).contains("'software.amazon.awssdk:url-connection-client'")));
	}

	@Test
	void whenProfileHasRoleThenItIsAssumed() throws IOException {
		this.contextRunner
			.withPropertyValues(profile("[profile mine]\nregion = us-west-2\nrole_arn = " + ROLE
					+ "\nsource_profile = keys\n[profile keys]\n" + KEYS))
			.run((context) -> {
				assertIsRole(context.getBean(BuilderProbe.class));
				assertThat(this.service.requests()).singleElement().asString().contains("Credential=profile-access/");
			});
	}

	@Test
	void whenProfileHasWebIdentityThenItsTokenIsExchanged() throws IOException {
		Path token = Files.writeString(this.directory.resolve("token"), "web-token");
		this.contextRunner.withSystemProperties("aws.region=us-west-2")
			.withPropertyValues(
					profile("[profile mine]\nrole_arn = " + ROLE + "\nweb_identity_token_file = " + token + "\n"))
			.run((context) -> {
				assertIsRole(context.getBean(BuilderProbe.class));
				assertThat(this.service.requests()).singleElement().asString().contains("WebIdentityToken=web-token");
			});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "role_arn = arn;source_profile = keys | software.amazon.awssdk:sts",
					"sso_account_id = 1;sso_region = a | software.amazon.awssdk:sso",
					"login_session = a | software.amazon.awssdk:signin" })
	void whenModuleForProfileIsMissingThenStartFailsWithItsCoordinates(String content, String coordinates)
			throws IOException {
		this.contextRunner.withClassLoader(new FilteredClassLoader("software.amazon.awssdk.services"))
			.withPropertyValues(profile("[profile mine]\n" + content.replace(';', '\n') + "\n[profile keys]\n" + KEYS))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidBedrockRuntimeConfigurationException.class,
						(ex) -> assertThat(ex.getAction()).contains("'" + coordinates + "'"))
				.hasMessageStartingWith("'bedrock.runtime.credentials.profile' is 'mine', and the profile 'mine' "));
	}

	@Test
	void whenModuleForSourceOfProfileIsMissingThenStartFailsWithItsCoordinates() throws IOException {
		this.contextRunner.withClassLoader(new FilteredClassLoader("software.amazon.awssdk.services.sso"))
			.withPropertyValues(profile("[profile mine]\nrole_arn = " + ROLE
					+ "\nsource_profile = between\n[profile between]\nrole_arn = " + ROLE
					+ "\nsource_profile = central\n[profile central]\nsso_session = a\nsso_account_id = 1\n"))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidBedrockRuntimeConfigurationException.class,
						(ex) -> assertThat(ex.getAction()).contains("'software.amazon.awssdk:sso'"))
				.hasMessageContaining("the profile 'central' uses IAM Identity Center"));
	}

	@Test
	void whenProfilesNameEachOtherAsSourceThenStartDoesNotHang() throws IOException {
		this.contextRunner
			.withPropertyValues(profile("[profile mine]\nrole_arn = " + ROLE
					+ "\nsource_profile = other\n[profile other]\nrole_arn = " + ROLE + "\nsource_profile = mine\n"))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@ParameterizedTest
	@ValueSource(strings = { "config-file", "shared-credentials-file" })
	void whenProfileHasKeysThenTheyAreUsedFromEitherFile(String property) throws IOException {
		String section = property.equals("config-file") ? "[profile mine]\n" : "[mine]\n";
		Path file = Files.writeString(this.directory.resolve("file"), section + KEYS);
		this.contextRunner
			.withPropertyValues("bedrock.runtime.credentials.profile=mine",
					"bedrock.runtime.credentials." + property + "=" + file)
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).credentials().accessKeyId())
				.isEqualTo("profile-access"));
	}

	@Test
	void whenOnlyFileIsSetThenDefaultChainReadsIt() throws IOException {
		Path file = Files.writeString(this.directory.resolve("file"), "[default]\n" + KEYS);
		this.contextRunner.withPropertyValues("bedrock.runtime.credentials.shared-credentials-file=" + file)
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).credentials().accessKeyId())
				.isEqualTo("profile-access"));
	}

	@Test
	@DisabledOnOs(value = OS.WINDOWS, disabledReason = "The process is a shell script")
	void whenProfileHasProcessThenItIsRun() throws IOException {
		Path script = Files.writeString(this.directory.resolve("process.sh"), """
				echo '{"Version":1,"AccessKeyId":"process-access","SecretAccessKey":"b","SessionToken":"c"}'
				""");
		this.contextRunner.withPropertyValues(profile("[profile mine]\ncredential_process = sh " + script + "\n"))
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).credentials().accessKeyId())
				.isEqualTo("process-access"));
	}

	@Test
	void whenContainerHasCredentialsThenDefaultChainFindsThem() {
		this.contextRunner.withSystemProperties("aws.containerCredentialsFullUri=" + this.service.url() + "/container")
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).credentials().accessKeyId())
				.isEqualTo("container-access"));
	}

	@Test
	void whenContainerHasTokenThenItIsSent() {
		this.contextRunner
			.withSystemProperties("aws.containerCredentialsFullUri=" + this.service.url() + "/container",
					"aws.containerAuthorizationToken=container-authorization")
			.run((context) -> {
				context.getBean(BuilderProbe.class).credentials();
				assertThat(this.service.requests()).singleElement().asString().startsWith("container-authorization ");
			});
	}

	@Test
	void whenProfileUsesCredentialsOfContainerThenRoleIsAssumedWithThem() throws IOException {
		this.contextRunner
			.withSystemProperties("aws.region=us-west-2",
					"aws.containerCredentialsFullUri=" + this.service.url() + "/container")
			.withPropertyValues(profile("[profile mine]\nrole_arn = " + ROLE + "\ncredential_source = EcsContainer\n"))
			.run((context) -> {
				assertIsRole(context.getBean(BuilderProbe.class));
				assertThat(this.service.requests()).last().asString().contains("Credential=container-access/");
			});
	}

	@Test
	void whenWebIdentityIsOfEnvironmentThenDefaultChainExchangesItsToken() throws IOException {
		Path token = Files.writeString(this.directory.resolve("token"), "web-token");
		this.contextRunner
			.withSystemProperties("aws.region=us-west-2", "aws.roleArn=" + ROLE, "aws.webIdentityTokenFile=" + token)
			.run((context) -> {
				assertIsRole(context.getBean(BuilderProbe.class));
				assertThat(this.service.requests()).singleElement()
					.asString()
					.contains("WebIdentityToken=web-token", "RoleArn=" + ROLE);
			});
	}

	@Test
	void whenInstanceHasRoleThenDefaultChainAsksItsMetadataService() throws IOException {
		try (CredentialEndpoints endpoints = new CredentialEndpoints()) {
			this.contextRunner
				.withSystemProperties("aws.disableEc2Metadata=false",
						"aws.ec2MetadataServiceEndpoint=" + endpoints.url())
				.run((context) -> {
					assertThat(endpoints.requests()).isEmpty();
					assertThat(context.getBean(BuilderProbe.class).credentials())
						.isInstanceOfSatisfying(AwsSessionCredentialsIdentity.class, (credentials) -> {
							assertThat(credentials.accessKeyId()).isEqualTo("instance-access");
							assertThat(credentials.sessionToken()).isEqualTo("instance-token");
						});
					assertThat(endpoints.requests()).contains("PUT /latest/api/token");
				});
		}
	}

	@Test
	void whenProfileHasIdentityCenterThenItsTokenIsExchanged() throws Exception {
		Path cache = Path.of(System.getenv("HOME"), ".aws", "sso", "cache");
		Files.createDirectories(cache);
		byte[] session = MessageDigest.getInstance("SHA-1").digest("center".getBytes(StandardCharsets.UTF_8));
		Files.writeString(cache.resolve(HexFormat.of().formatHex(session) + ".json"), """
				{"accessToken":"center-token","expiresAt":"2099-01-01T00:00:00Z","region":"eu-central-1",
				"startUrl":"https://center.example/start"}""");
		try (CredentialEndpoints endpoints = new CredentialEndpoints()) {
			this.contextRunner.withSystemProperties("aws.endpointUrlSso=" + endpoints.url())
				.withPropertyValues(profile("[profile mine]\nsso_session = center\nsso_account_id = 123456789012\n"
						+ "sso_role_name = reader\n[sso-session center]\nsso_region = eu-central-1\n"
						+ "sso_start_url = https://center.example/start\n"
						+ "sso_registration_scopes = sso:account:access\n"))
				.run((context) -> {
					assertThat(context.getBean(BuilderProbe.class).credentials().accessKeyId())
						.isEqualTo("portal-access");
					assertThat(endpoints.requests()).singleElement()
						.asString()
						.contains("role_name=reader", "account_id=123456789012");
				});
		}
	}

	@Test
	void whenCredentialsOfRoleAreRejectedThenItIsAssumedAgain() {
		role().withSystemProperties("aws.accessKeyId=system-access", "aws.secretAccessKey=b").run((context) -> {
			BuilderProbe probe = context.getBean(BuilderProbe.class);
			probe.credentials();
			probe.credentials();
			assertThat(this.service.requests()).hasSize(1);
			invalidate(probe);
			assertIsRole(probe);
			assertThat(this.service.requests()).hasSize(2);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "profile", "default chain" })
	void whenCredentialsAreRejectedThenTheirSourceIsCalledAgain(String source) throws IOException {
		boolean profile = source.equals("profile");
		this.contextRunner
			.withSystemProperties("aws.region=us-west-2",
					"aws.containerCredentialsFullUri=" + this.service.url() + "/container")
			.withPropertyValues(
					profile ? profile("[profile mine]\nrole_arn = " + ROLE + "\ncredential_source = EcsContainer\n")
							: new String[0])
			.run((context) -> {
				BuilderProbe probe = context.getBean(BuilderProbe.class);
				probe.credentials();
				int asked = this.service.requests().size();
				probe.credentials();
				assertThat(this.service.requests()).hasSize(asked);
				invalidate(probe);
				probe.credentials();
				assertThat(this.service.requests()).hasSize(2 * asked);
			});
	}

	@Test
	void whenKeyOfEnvironmentGoesBeforeRoleThenThatIsSaid(CapturedOutput output) {
		role().withPropertyValues("AWS_BEARER_TOKEN_BEDROCK=environment-key").run((context) -> {
			assertThat(context.getBean(BuilderProbe.class).apiKey()).isEqualTo("environment-key");
			assertThat(output).contains("and ignores the credentials of 'bedrock.runtime.credentials.assume-role.arn'");
			assertThat(this.service.requests()).isEmpty();
		});
	}

	private static void invalidate(BuilderProbe probe) {
		assertThat(probe.credentialsProvider()).isInstanceOf(RefreshableIdentityProvider.class);
		((RefreshableIdentityProvider<?>) probe.credentialsProvider()).invalidate();
	}

	private static void assertIsRole(BuilderProbe probe) {
		assertThat(probe.credentials()).isInstanceOfSatisfying(AwsSessionCredentialsIdentity.class, (credentials) -> {
			assertThat(credentials.accessKeyId()).isEqualTo("role-access");
			assertThat(credentials.sessionToken()).isEqualTo("role-token");
		});
	}

	private ApplicationContextRunner role() {
		return this.contextRunner.withPropertyValues("bedrock.runtime.credentials.assume-role.arn=" + ROLE);
	}

	private String[] profile(String content) throws IOException {
		Path config = Files.writeString(this.directory.resolve("config"), content);
		return new String[] { "bedrock.runtime.credentials.profile=mine",
				"bedrock.runtime.credentials.config-file=" + config };
	}

	@Configuration(proxyBeanMethods = false)
	static class CredentialsConfiguration {

		@Bean
		AwsCredentialsProvider provider() {
			return StaticCredentialsProvider.create(AwsBasicCredentials.create("bean-access", "bean-secret"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TokenConfiguration {

		@Bean
		IdentityProvider<TokenIdentity> tokenProvider() {
			return new StaticApiKeyProvider("bean-key");
		}

	}

}
