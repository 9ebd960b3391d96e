package io.bedrockruntime.autoconfigure.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.bedrockruntime.autoconfigure.internal.config.InvalidBedrockRuntimeConfigurationException;
import io.bedrockruntime.settings.RetrySettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RetrySettingsResolver}: what retries the client gets.
 */
class RetrySettingsResolverTests {

	@TempDir
	Path directory;

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(ClientAutoConfigurations.ALL)
		.withBean(BuilderProbe.class)
		.withPropertyValues("bedrock.runtime.region=eu-central-1");

	@ParameterizedTest
	@CsvSource({ "standard, STANDARD, 3", "adaptive, ADAPTIVE, 3", "none, NONE, 1", "Adaptive, ADAPTIVE, 3" })
	void shouldSetMode(String value, RetrySettings.Mode mode, int maxAttempts) {
		this.contextRunner.withPropertyValues("bedrock.runtime.retry.mode=" + value)
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).retries())
				.isEqualTo(new RetrySettings(mode, maxAttempts, false)));
	}

	@Test
	void shouldSetMaxAttemptsAndResponseTimeouts() {
		this.contextRunner
			.withPropertyValues("bedrock.runtime.retry.max-attempts=5", "bedrock.runtime.retry.response-timeouts=true")
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).retries())
				.isEqualTo(RetrySettings.standard().withMaxAttempts(5).withResponseTimeouts(true)));
	}

	@ParameterizedTest
	@CsvSource({ "legacy, STANDARD", "standard, STANDARD", "Adaptive, ADAPTIVE" })
	void whenOnlyEnvironmentHasRegionThenItIsUsed(String value, RetrySettings.Mode mode) {
		this.contextRunner.withSystemProperties("aws.retryMode=" + value, "aws.maxAttempts=7")
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).retries())
				.isEqualTo(new RetrySettings(mode, 7, false)));
	}

	@Test
	void whenPropertiesAreSetThenTheyWinOverEnvironment() {
		this.contextRunner.withSystemProperties("aws.retryMode=nonsense", "aws.maxAttempts=nonsense")
			.withPropertyValues("bedrock.runtime.retry.mode=standard", "bedrock.runtime.retry.max-attempts=2")
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).retries())
				.isEqualTo(RetrySettings.standard().withMaxAttempts(2)));
		this.contextRunner.withSystemProperties("aws.maxAttempts=7")
			.withPropertyValues("bedrock.runtime.retry.mode=none")
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).retries())
				.isEqualTo(RetrySettings.none()));
	}

	@Test
	void whenEnvironmentHasNoSettingThenProfileIsUsed() throws IOException {
		ApplicationContextRunner contextRunner = profile("retry_mode = adaptive\nmax_attempts = 6\n");
		contextRunner.run((context) -> assertThat(context.getBean(BuilderProbe.class).retries())
			.isEqualTo(RetrySettings.adaptive().withMaxAttempts(6)));
		contextRunner.withSystemProperties("aws.retryMode=standard", "aws.maxAttempts=7")
			.run((context) -> assertThat(context.getBean(BuilderProbe.class).retries())
				.isEqualTo(RetrySettings.standard().withMaxAttempts(7)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "retry_mode", "max_attempts" })
	void whenProfileIsWrongThenItIsNamed(String setting) throws IOException {
		profile(setting + " = nonsense\n")
			.run((context) -> failsWith(context.getStartupFailure(), "'" + setting + "' of the profile 'mine' is "));
	}

	private ApplicationContextRunner profile(String content) throws IOException {
		Path config = Files.writeString(this.directory.resolve("config"),
				"[profile mine]\naws_access_key_id = a\naws_secret_access_key = b\n" + content);
		return this.contextRunner.withPropertyValues("bedrock.runtime.credentials.profile=mine",
				"bedrock.runtime.credentials.config-file=" + config);
	}

	@ParameterizedTest
	@CsvSource({ "bedrock.runtime.retry.max-attempts=0, max-attempts",
			"bedrock.runtime.retry.max-attempts=-1, must be at least 1" })
	void whenPropertyIsInvalidThenItIsReported(String property, String named) {
		this.contextRunner.withPropertyValues(property).run((context) -> failsWith(context.getStartupFailure(), named));
	}

	@Test
	void whenPropertiesContradictThenBothAreNamed() {
		this.contextRunner.withPropertyValues("bedrock.runtime.retry.mode=none", "bedrock.runtime.retry.max-attempts=3")
			.run((context) -> {
				failsWith(context.getStartupFailure(), "bedrock.runtime.retry.mode");
				failsWith(context.getStartupFailure(), "bedrock.runtime.retry.max-attempts");
			});
	}

	@ParameterizedTest
	@CsvSource({ "aws.retryMode=nonsense, AWS_RETRY_MODE", "aws.maxAttempts=many, AWS_MAX_ATTEMPTS",
			"aws.maxAttempts=0, AWS_MAX_ATTEMPTS" })
	void whenEnvironmentIsWrongThenItIsNamed(String setting, String named) {
		this.contextRunner.withSystemProperties(setting)
			.run((context) -> failsWith(context.getStartupFailure(), named));
	}

	private static void failsWith(Throwable failure, String text) {
		assertThat(failure).rootCause()
			.isInstanceOf(InvalidBedrockRuntimeConfigurationException.class)
			.hasMessageContaining(text)
			.hasMessageNotContaining("nonsense");
	}

}
