package io.bedrockruntime.test.testcontainers;

import java.time.Duration;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.autoconfigure.BedrockRuntimeConnectionDetails;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.Container;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.Message;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link BedrockRuntimeContainer} with the image of this project, called by a
 * connected application and by the AWS SDK.
 */
@DockerTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE, properties = "bedrock.runtime.fips-enabled=false")
class BedrockRuntimeContainerTests {

	@ServiceConnection
	static final BedrockRuntimeContainer CONTAINER = new BedrockRuntimeContainer(EmulatorImage.NAME)
		.withRegion("eu-west-2")
		.withScript("Converse: text=\"From the container.\"", "ConverseStream: text=\"One two three.\"");

	@Autowired
	private BedrockRuntimeOperations bedrock;

	@Autowired
	private BedrockRuntimeConnectionDetails details;

	@AfterAll
	static void stop() {
		CONTAINER.stop();
	}

	@Test
	void whenContainerIsConnectedThenClientCallsIt() {
		assertThat(this.details.getEndpoint()).isEqualTo(CONTAINER.getEndpoint());
		assertThat(this.details.getRegion()).isEqualTo("eu-west-2");
		assertThat(this.bedrock.converse("Where are you?").text()).isEqualTo("From the container.");
		try (var events = this.bedrock.converseStream("Where are you?")) {
			assertThat(events.stream().filter((event) -> !event.text().isEmpty())).hasSizeGreaterThan(1);
		}
		// Docker delivers the line some time after the last event.
		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(CONTAINER.getLogs())
				.contains("ConverseStream eu.amazon.nova-2-lite-v1:0 200 ", " tokens in, "));
		assertThat(CONTAINER.getLogs()).doesNotContain("Where are you");
	}

	@Test
	void whenAwsSdkCallsThenItReceivesResponse() {
		try (BedrockRuntimeClient client = BedrockRuntimeClient.builder()
			.endpointOverride(CONTAINER.getEndpoint())
			.region(Region.of(CONTAINER.getRegion()))
			.credentialsProvider(StaticCredentialsProvider
				.create(AwsBasicCredentials.create(CONTAINER.getAccessKey(), CONTAINER.getSecretKey())))
			.build()) {
			assertThat(client
				.countTokens((request) -> request.modelId("eu.amazon.nova-2-lite-v1:0")
					.input((input) -> input.converse((converse) -> converse.messages(hello()))))
				.inputTokens()).isPositive();
		}
	}

	@Test
	void whenContainerRunsThenItIsHealthyAndNotRoot() throws Exception {
		Container.ExecResult health = CONTAINER.execInContainer("java", "-jar", "/app/emulator.jar", "--health");
		assertThat(health.getExitCode()).isZero();
		Container.ExecResult other = CONTAINER.execInContainer("java", "-jar", "/app/emulator.jar", "--health",
				"--port", "1");
		assertThat(other.getExitCode()).isEqualTo(1);
		assertThat(CONTAINER.getContainerInfo().getConfig().getUser()).isEqualTo("10001:10001");
		assertThat(CONTAINER.getContainerInfo().getConfig().getHealthcheck().getTest()).contains("--health");
	}

	@Test
	void whenScriptIsInvalidThenContainerIsNotStarted() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new BedrockRuntimeContainer(EmulatorImage.NAME).withScript("Converse: nonsense"))
			.withMessageContaining("nonsense");
	}

	private static Message hello() {
		return Message.builder().role(ConversationRole.USER).content(ContentBlock.fromText("Hello there")).build();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
