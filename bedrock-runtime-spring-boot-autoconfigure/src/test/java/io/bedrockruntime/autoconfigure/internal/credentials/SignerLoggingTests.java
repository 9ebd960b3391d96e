package io.bedrockruntime.autoconfigure.internal.credentials;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.autoconfigure.client.BedrockRuntimeAutoConfiguration;
import io.bedrockruntime.autoconfigure.client.BedrockRuntimeConnectorAutoConfiguration;
import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class SignerLoggingTests {

	private static final String TOKEN = "token-that-nobody-may-see";

	private final LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();

	@AfterEach
	void reset() {
		this.loggers.getLoggerList()
			.stream()
			.filter((logger) -> logger.getName().startsWith("software.amazon")
					|| logger.getName().equals("org.springframework.web"))
			.forEach((logger) -> logger.setLevel(null));
		this.loggers.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.INFO);
	}

	@Test
	void whenApplicationLogsEverythingThenTheSessionTokenIsNotAmongIt(CapturedOutput output) {
		call("--logging.level.root=debug", "--logging.level.org.springframework.web=debug",
				"--logging.level.software.amazon.awssdk=debug");
		assertThat(output).contains("DEBUG", "HTTP POST").doesNotContain(TOKEN);
	}

	@Test
	void whenApplicationAsksForTheSignersLoggerThenItHasIt() {
		call("--logging.level." + SignerLogging.LOGGER + "=warn");
		Logger logger = this.loggers.getLogger(SignerLogging.LOGGER);
		assertThat(logger.getLevel()).isEqualTo(Level.WARN);
	}

	private static void call(String... logging) {
		SpringApplication application = new SpringApplication(Application.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		try (BedrockRuntimeEmulator emulator = BedrockRuntimeEmulator.builder()
			.credentials("AKIAEMULATOREXAMPLE0", "secret-of-this-test", TOKEN)
			.tokensPerSecond(0)
			.start()) {
			System.setProperty("bedrock.runtime.endpoint", emulator.endpoint().toString());
			System.setProperty("bedrock.runtime.region", emulator.region());
			System.setProperty("bedrock.runtime.credentials.access-key", emulator.accessKeyId());
			System.setProperty("bedrock.runtime.credentials.secret-key", emulator.secretAccessKey());
			System.setProperty("bedrock.runtime.credentials.session-token", TOKEN);
			System.setProperty("bedrock.runtime.default-model", "anthropic.claude-sonnet-4-5-20250929-v1:0");
			try (ConfigurableApplicationContext context = application.run(logging)) {
				assertThat(context.getBean(BedrockRuntimeOperations.class).converse("Hello").text()).isNotEmpty();
			}
			finally {
				System.getProperties().keySet().removeIf((name) -> name.toString().startsWith("bedrock.runtime."));
			}
		}
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ BedrockRuntimeAutoConfiguration.class, BedrockRuntimeConnectorAutoConfiguration.class,
			WebClientAutoConfiguration.class })
	static class Application {

	}

}
