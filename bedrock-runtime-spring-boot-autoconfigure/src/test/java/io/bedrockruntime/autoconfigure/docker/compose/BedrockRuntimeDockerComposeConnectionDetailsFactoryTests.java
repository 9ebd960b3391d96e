package io.bedrockruntime.autoconfigure.docker.compose;

import java.util.List;
import java.util.Map;

import io.bedrockruntime.BedrockRuntimeOperations;
import io.bedrockruntime.autoconfigure.BedrockRuntimeConnectionDetails;
import io.bedrockruntime.autoconfigure.client.BedrockRuntimeAutoConfiguration;
import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactories;
import org.springframework.boot.docker.compose.core.ConnectionPorts;
import org.springframework.boot.docker.compose.core.ImageReference;
import org.springframework.boot.docker.compose.core.RunningService;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionSource;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link BedrockRuntimeDockerComposeConnectionDetailsFactory}, called by the
 * type of the source as Spring Boot does.
 */
class BedrockRuntimeDockerComposeConnectionDetailsFactoryTests {

	private static final String IMAGE = "bedrock-runtime-emulator:0.1.0";

	@Test
	void whenImageIsTheEmulatorThenItIsConnected() {
		BedrockRuntimeConnectionDetails details = connect(service(IMAGE, 12345, Map.of(), Map.of()));
		assertThat(details.getEndpoint()).hasToString("http://192.0.2.1:12345");
		assertThat(details.getRegion()).isEqualTo("us-east-1");
		try (BedrockRuntimeEmulator emulator = BedrockRuntimeEmulator.builder().start()) {
			assertThat(details.getAccessKey()).isEqualTo(emulator.accessKeyId());
			assertThat(details.getSecretKey()).isEqualTo(emulator.secretAccessKey());
		}
		assertThat(details.getSessionToken()).isNull();
		assertThat(details.getApiKey()).isNull();
	}

	@Test
	void whenEnvironmentHasOtherSettingsThenTheyAreUsed() {
		BedrockRuntimeConnectionDetails details = connect(service(IMAGE, 1,
				Map.of("BEDROCK_RUNTIME_EMULATOR_REGION", "eu-west-1", "BEDROCK_RUNTIME_EMULATOR_ACCESS_KEY", "AKIA1",
						"BEDROCK_RUNTIME_EMULATOR_SECRET_KEY", "secret+/key", "BEDROCK_RUNTIME_EMULATOR_SESSION_TOKEN",
						"token/+==", "BEDROCK_RUNTIME_EMULATOR_TLS_CERTIFICATE", "/cert.pem"),
				Map.of()));
		assertThat(details.getEndpoint()).hasScheme("https");
		assertThat(details.getRegion()).isEqualTo("eu-west-1");
		assertThat(details.getAccessKey()).isEqualTo("AKIA1");
		assertThat(details.getSecretKey()).isEqualTo("secret+/key");
		assertThat(details.getSessionToken()).isEqualTo("token/+==");
	}

	@Test
	void whenEmulatorHasApiKeyThenItIsUsedAlone() {
		BedrockRuntimeConnectionDetails details = connect(
				service(IMAGE, 1, Map.of("BEDROCK_RUNTIME_EMULATOR_API_KEY", "s3cret"), Map.of()));
		assertThat(details.getApiKey()).isEqualTo("s3cret");
		assertThat(details.getAccessKey()).isNull();
		assertThat(details.getSecretKey()).isNull();
	}

	@Test
	void whenLabelIsSetThenAnyImageIsConnected() {
		assertThat(connect(service("registry.example.com/team/bedrock:1", 1, Map.of(),
				Map.of("org.springframework.boot.service-connection", "bedrock-runtime-emulator"))))
			.isNotNull();
		assertThat(connect(service("redis:7", 1, Map.of(), Map.of()))).isNull();
	}

	@Test
	void whenServiceIsConnectedThenClientCallsIt() {
		try (BedrockRuntimeEmulator emulator = BedrockRuntimeEmulator.builder().tokensPerSecond(0).start()) {
			RunningService service = service(IMAGE, emulator.endpoint().getPort(), Map.of(), Map.of());
			given(service.host()).willReturn("127.0.0.1");
			emulator.script().text("Of the container.");
			new ApplicationContextRunner()
				.withConfiguration(AutoConfigurations.of(BedrockRuntimeAutoConfiguration.class))
				.withPropertyValues("bedrock.runtime.region=eu-central-1",
						"bedrock.runtime.default-model=eu.amazon.nova-2-lite-v1:0")
				.withBean(BedrockRuntimeConnectionDetails.class, () -> connect(service))
				.run((context) -> assertThat(context.getBean(BedrockRuntimeOperations.class).converse("Why?").text())
					.isEqualTo("Of the container."));
		}
	}

	@Test
	void whenDockerComposeIsNotThereThenFactoryIsLeftOut() {
		new ApplicationContextRunner()
			.withClassLoader(new FilteredClassLoader("org.springframework.boot.docker.compose"))
			.withConfiguration(AutoConfigurations.of(BedrockRuntimeAutoConfiguration.class))
			.withPropertyValues("bedrock.runtime.region=eu-central-1")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(new ConnectionDetailsFactories(context.getClassLoader())).isNotNull();
			});
	}

	private static @Nullable BedrockRuntimeConnectionDetails connect(RunningService service) {
		DockerComposeConnectionSource source = mock(DockerComposeConnectionSource.class);
		given(source.getRunningService()).willReturn(service);
		return (BedrockRuntimeConnectionDetails) new ConnectionDetailsFactories(null)
			.getConnectionDetails(source, false)
			.get(BedrockRuntimeConnectionDetails.class);
	}

	private static RunningService service(String image, int port, Map<String, String> environment,
			Map<String, String> labels) {
		RunningService service = mock(RunningService.class);
		ConnectionPorts ports = mock(ConnectionPorts.class);
		given(ports.get(8642)).willReturn(port);
		given(ports.getAll()).willReturn(List.of(port));
		given(service.name()).willReturn("bedrock");
		given(service.image()).willReturn(ImageReference.of(image));
		given(service.host()).willReturn("192.0.2.1");
		given(service.ports()).willReturn(ports);
		given(service.env()).willReturn(Map.copyOf(environment));
		given(service.labels()).willReturn(labels);
		return service;
	}

}
