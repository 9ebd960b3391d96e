package io.bedrockruntime.internal.signing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

import io.bedrockruntime.exception.CredentialsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link MissingModules}, with the messages of the AWS SDK's providers.
 */
class MissingModulesTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "role_arn = arn:aws:iam::123456789012:role/a;source_profile = keys | sts",
					"role_arn = arn:aws:iam::123456789012:role/a;web_identity_token_file = /token | sts",
					"sso_account_id = 1;sso_role_name = a;sso_region = us-east-1;sso_start_url = https://a | sso",
					"login_session = a | signin" })
	void whenModuleOfProfileIsMissingThenItsCoordinatesAreNamed(String profile, String module, @TempDir Path directory)
			throws Exception {
		Path config = Files.writeString(directory.resolve("config"), """
				[default]
				%s
				[profile keys]
				aws_access_key_id = s3cret
				aws_secret_access_key = s3cret
				""".formatted(profile.replace(';', '\n')));
		ProfileCredentialsProvider provider = ProfileCredentialsProvider.builder()
			.profileFile(ProfileFile.builder().content(config).type(ProfileFile.Type.CONFIGURATION).build())
			.build();
		IdentityResolver<?> identityResolver = new IdentityResolver<>(
				new IdentitySource<>(AwsCredentialsProviderChain.of(provider), "credentials", "sigv4",
						IdentityChecks::credentials, (resolution) -> {
						}),
				Clock.systemUTC(), System::nanoTime);
		assertThatExceptionOfType(CredentialsException.class).isThrownBy(() -> identityResolver.resolve().block())
			.withMessage("Failed to resolve credentials; add to the class path software.amazon.awssdk:" + module
					+ " and software.amazon.awssdk:url-connection-client");
	}

	@Test
	void whenOnlyHttpClientIsMissingThenOnlyItIsNamed() {
		Exception failure = new IllegalStateException("Unable to load an HTTP implementation from any provider.");
		assertThat(MissingModules.advice(new IllegalStateException("No client", failure)))
			.isEqualTo("; add to the class path software.amazon.awssdk:url-connection-client");
	}

	@Test
	void whenNothingIsMissingThenThereIsNoAdvice() {
		assertThat(MissingModules.advice(new IllegalStateException("No file"))).isEmpty();
		assertThat(MissingModules.advice(new IllegalStateException())).isEmpty();
	}

}
