package io.bedrockruntime.autoconfigure.internal.credentials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

import io.awspring.cloud.autoconfigure.core.CredentialsProviderAutoConfiguration;
import io.awspring.cloud.autoconfigure.core.RegionProviderAutoConfiguration;
import io.bedrockruntime.autoconfigure.BedrockRuntimeConnectionDetails;
import io.bedrockruntime.autoconfigure.client.BuilderProbe;
import io.bedrockruntime.autoconfigure.client.ClientAutoConfigurations;
import io.bedrockruntime.identity.StaticApiKeyProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.ResolveIdentityRequest;
import software.amazon.awssdk.identity.spi.TokenIdentity;

import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AuthenticationResolver}: which source of credentials wins.
 */
@ExtendWith(OutputCaptureExtension.class)
class AuthenticationResolverTests {

	private static final AutoConfigurations LIBRARY = AutoConfigurations.of(CredentialsProviderAutoConfiguration.class,
			RegionProviderAutoConfiguration.class);

	@TempDir
	Path directory;

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(ClientAutoConfigurations.ALL)
		.withBean(BuilderProbe.class)
		.withPropertyValues("bedrock.runtime.region=eu-central-1",
				"spring.cloud.aws.credentials.access-key=library-access",
				"spring.cloud.aws.credentials.secret-key=library-secret");

	@Test
	void whenNothingIsSetThenDefaultChainIsUsedAndNotCalled() {
		this.contextRunner.run((context) -> {
			BuilderProbe probe = context.getBean(BuilderProbe.class);
			assertThat(probe.apiKeyProvider()).isNull();
			assertIsDefaultChain(context);
		});
	}

	@Test
	void whenKeysAreSetThenTheyAreUsed() {
		keys().run((context) -> {
			BuilderProbe probe = context.getBean(BuilderProbe.class);
			assertThat(probe.credentials()).isEqualTo(AwsBasicCredentials.create("property-access", "property-secret"));
			assertThat(probe.apiKeyProvider()).isNull();
		});
	}

	@Test
	void whenSessionTokenIsSetThenItGoesWithKeys() {
		keys().withPropertyValues("bedrock.runtime.credentials.session-token=property-token")
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).credentials()).isInstanceOfSatisfying(
					AwsSessionCredentialsIdentity.class,
					(credentials) -> assertThat(credentials.sessionToken()).isEqualTo("property-token")));
	}

	@Test
	void whenApiKeyIsSetThenItIsUsedWithoutWhiteSpaceAround() {
		this.contextRunner.withPropertyValues("bedrock.runtime.credentials.api-key= property-key\n").run((context) -> {
			BuilderProbe probe = context.getBean(BuilderProbe.class);
			assertThat(probe.apiKey()).isEqualTo("property-key");
			assertThat(probe.credentialsProvider()).isNull();
		});
	}

	@Test
	void whenProfileIsSetThenItIsUsedAndNotCalled() throws IOException {
		profile("credential_process = /nonexistent/process")
			.run((context) -> assertThat(context.getBean(BedrockRuntimeAuthentication.class))
				.hasToString("credentials of properties"));
	}

	@Test
	void whenPropertiesAreBlankThenTheyAreAbsent() {
		this.contextRunner
			.withPropertyValues("bedrock.runtime.credentials.api-key=", "bedrock.runtime.credentials.access-key=",
					"bedrock.runtime.credentials.secret-key= ", "bedrock.runtime.credentials.profile=")
			.run(AuthenticationResolverTests::assertIsDefaultChain);
	}

	@Test
	void whenCredentialsProviderIsDefinedThenItWinsOverEnvironment() {
		this.contextRunner.withUserConfiguration(CredentialsConfiguration.class)
			.withSystemProperties("aws.accessKeyId=a", "aws.secretAccessKey=b")
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).credentialsProvider())
				.isSameAs(context.getBean(AwsCredentialsProvider.class)));
	}

	@Test
	void whenIdentityProviderOfCredentialsIsDefinedThenItIsUsed() {
		this.contextRunner.withUserConfiguration(CredentialsIdentityConfiguration.class)
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).credentialsProvider())
				.isInstanceOf(AnonymousIdentityProvider.class));
	}

	@Test
	void whenIdentityProviderOfTokensIsDefinedThenItWinsOverCredentialsProvider() {
		this.contextRunner.withUserConfiguration(CredentialsConfiguration.class, TokenConfiguration.class)
			.run((context) -> {
				BuilderProbe probe = context.getBean(BuilderProbe.class);
				assertThat(probe.apiKey()).isEqualTo("bean-key");
				assertThat(probe.credentialsProvider()).isNull();
			});
	}

	@Test
	void whenApplicationDefinesProvidersThenTheyTakePrecedenceOverProperties(CapturedOutput output) {
		keys().withUserConfiguration(CredentialsConfiguration.class).run((context) -> {
			assertThat(context.getBean(BuilderProbe.class).credentials().accessKeyId()).isEqualTo("bean-access");
			assertThat(output)
				.contains("application's own provider bean, and ignores "
						+ "'bedrock.runtime.credentials.access-key', 'bedrock.runtime.credentials.secret-key'")
				.doesNotContain("property-");
		});
		this.contextRunner.withUserConfiguration(TokenConfiguration.class)
			.withPropertyValues("bedrock.runtime.credentials.api-key=property-key")
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).apiKey()).isEqualTo("bean-key"));
	}

	@Test
	void whenApplicationDefinesProviderThenItWinsOverProfileThatIsNowhere() {
		this.contextRunner.withUserConfiguration(CredentialsConfiguration.class)
			.withPropertyValues("bedrock.runtime.credentials.profile=nobody-has-this",
					"AWS_BEARER_TOKEN_BEDROCK=environment-key")
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).credentials().accessKeyId())
				.isEqualTo("bean-access"));
	}

	@Test
	void whenLibraryContributesProviderThenPropertiesWin() {
		keys().withConfiguration(LIBRARY)
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).credentials().accessKeyId())
				.isEqualTo("property-access"));
		this.contextRunner.withConfiguration(LIBRARY)
			.withPropertyValues("bedrock.runtime.credentials.api-key=property-key")
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).apiKey()).isEqualTo("property-key"));
	}

	@Test
	void whenOnlyLibraryContributesProviderThenItIsUsed() {
		this.contextRunner.withConfiguration(LIBRARY)
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).credentials().accessKeyId())
				.isEqualTo("library-access"));
	}

	@Test
	void whenLibraryContributesProviderInParentThenPropertiesWin() {
		new ApplicationContextRunner().withConfiguration(LIBRARY)
			.run((parent) -> keys().withParent(parent)
				.run((context) -> assertThat(context.getBean(BuilderProbe.class).credentials().accessKeyId())
					.isEqualTo("property-access")));
	}

	@Test
	void whenApplicationAndLibraryBothDefineProvidersThenThatOfApplicationIsUsed() {
		this.contextRunner.withUserConfiguration(CredentialsIdentityConfiguration.class)
			.withConfiguration(LIBRARY)
			.run((context) -> {
				assertThat(context).hasSingleBean(AwsCredentialsProvider.class);
				assertThat(context.getBean(BuilderProbe.class).credentialsProvider())
					.isInstanceOf(AnonymousIdentityProvider.class);
			});
	}

	@Test
	void whenOneOfSeveralProvidersIsPrimaryThenItIsUsed() {
		keys().withUserConfiguration(CredentialsConfiguration.class)
			.withBean("other", AwsCredentialsProvider.class, AnonymousCredentialsProvider::create,
					(definition) -> definition.setPrimary(true))
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).credentialsProvider())
				.isInstanceOf(AnonymousCredentialsProvider.class));
	}

	@Test
	void whenProviderIsNoCandidateThenItIsLeftAlone() {
		keys()
			.withBean("other", AwsCredentialsProvider.class, AnonymousCredentialsProvider::create,
					(definition) -> definition.setAutowireCandidate(false))
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).credentials().accessKeyId())
				.isEqualTo("property-access"));
	}

	@Test
	void whenApplicationDefinesProviderThenConnectionDetailsStillWin() {
		this.contextRunner.withUserConfiguration(CredentialsConfiguration.class)
			.withBean(BedrockRuntimeConnectionDetails.class, () -> new BedrockRuntimeConnectionDetails() {

				@Override
				public String getApiKey() {
					return "details-key";
				}

			})
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).apiKey()).isEqualTo("details-key"));
	}

	@Test
	void whenSeveralCredentialsProvidersAreDefinedThenNoneIsChosen() {
		this.contextRunner.withUserConfiguration(CredentialsConfiguration.class)
			.withBean("other", AwsCredentialsProvider.class, AnonymousCredentialsProvider::create)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(NoUniqueBeanDefinitionException.class));
	}

	@Test
	void whenEnvironmentHasApiKeyThenItWinsOverDefaultChain() {
		this.contextRunner.withPropertyValues("AWS_BEARER_TOKEN_BEDROCK=environment-key\n")
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).apiKey()).isEqualTo("environment-key"));
	}

	@Test
	void whenSystemPropertyHasApiKeyThenItWinsOverEnvironment() {
		this.contextRunner.withPropertyValues("AWS_BEARER_TOKEN_BEDROCK=environment-key")
			.withSystemProperties("aws.bearerTokenBedrock=system-key")
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).apiKey()).isEqualTo("system-key"));
	}

	@Test
	void whenApiKeyOfEnvironmentIsBlankThenItIsAbsent() {
		this.contextRunner.withPropertyValues("AWS_BEARER_TOKEN_BEDROCK=")
			.run(AuthenticationResolverTests::assertIsDefaultChain);
	}

	@Test
	void whenEnvironmentHasApiKeyThenItWinsOverCredentialsOfPropertiesAndThatIsSaid(CapturedOutput output) {
		keys().withPropertyValues("AWS_BEARER_TOKEN_BEDROCK=environment-key").run((context) -> {
			BuilderProbe probe = context.getBean(BuilderProbe.class);
			assertThat(probe.apiKey()).isEqualTo("environment-key");
			assertThat(probe.credentialsProvider()).isNull();
			assertThat(output)
				.contains("and ignores the credentials of 'bedrock.runtime.credentials.access-key', "
						+ "'bedrock.runtime.credentials.secret-key'. "
						+ "Set 'bedrock.runtime.credentials.auth-scheme-preference' to sigv4 to use them")
				.doesNotContain("environment-key")
				.doesNotContain("property-");
		});
	}

	@Test
	void whenEnvironmentHasApiKeyThenItWinsOverProviderOfLibraryAndThatIsSaid(CapturedOutput output) {
		this.contextRunner.withConfiguration(LIBRARY)
			.withPropertyValues("AWS_BEARER_TOKEN_BEDROCK=environment-key")
			.run((context) -> {
				assertThat(context.getBean(BuilderProbe.class).apiKey()).isEqualTo("environment-key");
				assertThat(output).contains("and ignores AWS credentials. Set 'bedrock.runtime.credentials.auth-s");
			});
	}

	@Test
	void whenApiKeyIsSetThenItWinsOverThatOfEnvironment() {
		this.contextRunner
			.withPropertyValues("AWS_BEARER_TOKEN_BEDROCK=environment-key",
					"bedrock.runtime.credentials.api-key=property-key")
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).apiKey()).isEqualTo("property-key"));
	}

	@Test
	void whenSignaturesArePreferredThenCredentialsWinOverKeys() {
		ApplicationContextRunner preferring = this.contextRunner.withPropertyValues(
				"AWS_BEARER_TOKEN_BEDROCK=environment-key",
				"bedrock.runtime.credentials.auth-scheme-preference=sigv4,httpBearerAuth");
		preferring.run(AuthenticationResolverTests::assertIsDefaultChain);
		preferring.withConfiguration(LIBRARY)
			.withUserConfiguration(TokenConfiguration.class)
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).credentials().accessKeyId())
				.isEqualTo("library-access"));
		preferring
			.withPropertyValues("bedrock.runtime.credentials.access-key=property-access",
					"bedrock.runtime.credentials.secret-key=property-secret")
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).credentials().accessKeyId())
				.isEqualTo("property-access"));
	}

	@Test
	void whenKeysArePreferredThenTheyWinOverCredentialsBean() {
		this.contextRunner.withUserConfiguration(CredentialsConfiguration.class)
			.withPropertyValues("AWS_BEARER_TOKEN_BEDROCK=environment-key",
					"bedrock.runtime.credentials.auth-scheme-preference=httpBearerAuth")
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).apiKey()).isEqualTo("environment-key"));
	}

	@Test
	void whenKeysArePreferredButMissingThenSignaturesAreUsedIfAllowed() {
		keys().withPropertyValues("bedrock.runtime.credentials.auth-scheme-preference=http-bearer-auth,sigv4")
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).credentials().accessKeyId())
				.isEqualTo("property-access"));
	}

	@Test
	void whenBeanKeepsApiKeyOfEnvironmentFromUseThenItIsLoggedWithoutTheKey(CapturedOutput output) {
		this.contextRunner.withUserConfiguration(CredentialsConfiguration.class)
			.withPropertyValues("AWS_BEARER_TOKEN_BEDROCK=environment-key")
			.run((context) -> {
				assertThat(context.getBean(BuilderProbe.class).credentialsProvider())
					.isSameAs(context.getBean(AwsCredentialsProvider.class));
				assertThat(output).contains("AWS_BEARER_TOKEN_BEDROCK").doesNotContain("environment-key");
			});
	}

	private static void assertIsDefaultChain(AssertableApplicationContext context) {
		assertThat(context.getBean(BedrockRuntimeAuthentication.class))
			.hasToString("credentials of AWS's default chain");
		assertThat(context.getBean(BuilderProbe.class).credentialsProvider()).isNotNull();
	}

	private ApplicationContextRunner profile(String content) throws IOException {
		Path config = Files.writeString(this.directory.resolve("config"), "[profile mine]\n" + content);
		return this.contextRunner.withPropertyValues("bedrock.runtime.credentials.profile=mine",
				"bedrock.runtime.credentials.config-file=" + config);
	}

	private ApplicationContextRunner keys() {
		return this.contextRunner.withPropertyValues("bedrock.runtime.credentials.access-key=property-access",
				"bedrock.runtime.credentials.secret-key=property-secret");
	}

	@Configuration(proxyBeanMethods = false)
	static class CredentialsConfiguration {

		@Bean
		AwsCredentialsProvider credentialsProvider() {
			return StaticCredentialsProvider.create(AwsBasicCredentials.create("bean-access", "bean-secret"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class CredentialsIdentityConfiguration {

		@Bean
		IdentityProvider<AwsCredentialsIdentity> identityProvider() {
			return new AnonymousIdentityProvider();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TokenConfiguration {

		@Bean
		IdentityProvider<TokenIdentity> tokenProvider() {
			return new StaticApiKeyProvider("bean-key");
		}

	}

	static class AnonymousIdentityProvider implements IdentityProvider<AwsCredentialsIdentity> {

		@Override
		public Class<AwsCredentialsIdentity> identityType() {
			return AwsCredentialsIdentity.class;
		}

		@Override
		public CompletableFuture<? extends AwsCredentialsIdentity> resolveIdentity(ResolveIdentityRequest request) {
			throw new AssertionError("Must not be asked when the application starts");
		}

	}

}
