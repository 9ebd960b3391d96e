package io.bedrockruntime.emulator;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;

import io.bedrockruntime.emulator.internal.server.EmulatorHealth;
import io.bedrockruntime.emulator.script.Reply;
import io.bedrockruntime.emulator.script.ScriptEntry;
import io.bedrockruntime.emulator.testing.TestCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Command-line options, environment variables and health check.
 */
class EmulatorOptionsTests {

	private static final String[] ANY_PORT = { "--port", "0" };

	@Test
	void whenVariablesAreSetThenTheyStandForOptions() {
		Map<String, String> environment = Map.of("BEDROCK_RUNTIME_EMULATOR_REGION", "eu-west-3",
				"BEDROCK_RUNTIME_EMULATOR_SESSION_TOKEN", "token", "BEDROCK_RUNTIME_EMULATOR_FAULT",
				"Converse: text=One\nConverse: text=Two\n", "BEDROCK_RUNTIME_EMULATOR_API_KEY", "");
		try (BedrockRuntimeEmulator emulator = EmulatorOptions.parse(ANY_PORT, environment).builder().start()) {
			assertThat(emulator.region()).isEqualTo("eu-west-3");
			assertThat(emulator.sessionToken()).isEqualTo("token");
			assertThat(emulator.apiKey()).isNull();
			assertThat(emulator.script().entries()).extracting(ScriptEntry::reply)
				.containsExactly(new Reply.Text("One"), new Reply.Text("Two"));
		}
	}

	@Test
	void whenOptionIsInBothThenCommandLineWins() {
		String[] args = { "--port", "0", "--region", "us-west-2" };
		try (BedrockRuntimeEmulator emulator = EmulatorOptions
			.parse(args, Map.of("BEDROCK_RUNTIME_EMULATOR_REGION", "eu-west-3"))
			.builder()
			.start()) {
			assertThat(emulator.region()).isEqualTo("us-west-2");
		}
	}

	@Test
	void whenKubernetesSetsVariablesThenTheyAreLeftAlone() {
		EmulatorOptions options = EmulatorOptions.parse(ANY_PORT,
				Map.of("BEDROCK_RUNTIME_EMULATOR_PORT", "tcp://10.0.0.1:8642", "BEDROCK_RUNTIME_EMULATOR_SERVICE_HOST",
						"10.0.0.1", "BEDROCK_RUNTIME_EMULATOR_QUIET", "true"));
		assertThat(options.quiet()).isFalse();
	}

	@Test
	void whenVariableIsWrongThenOptionIsNamed() {
		assertThatIllegalArgumentException()
			.isThrownBy(
					() -> EmulatorOptions.parse(ANY_PORT, Map.of("BEDROCK_RUNTIME_EMULATOR_TOKENS_PER_SECOND", "many")))
			.withMessageContaining("--tokens-per-second");
	}

	@Test
	void whenItListensOnAllAddressesThenEndpointIsOneThatCanBeCalled() {
		try (BedrockRuntimeEmulator emulator = BedrockRuntimeEmulator.builder().host("0.0.0.0").start()) {
			assertThat(emulator.endpoint()).hasHost("127.0.0.1");
			assertThat(EmulatorHealth.isUp(emulator.endpoint().getPort(), null)).isTrue();
		}
	}

	@Test
	void whenHealthIsAskedThenNeitherJournalNorScriptKnow() throws Exception {
		try (BedrockRuntimeEmulator emulator = BedrockRuntimeEmulator.builder().start()) {
			emulator.script().text("Hello");
			URI health = emulator.endpoint().resolve(EmulatorHealth.PATH);
			HttpResponse<String> response = HttpClient.newHttpClient()
				.send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.ofString());
			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(response.body()).isEqualTo("UP\n");
			assertThat(emulator.requests()).isEmpty();
			assertThat(emulator.script().entries()).hasSize(1);
		}
	}

	@Test
	void whenItSpeaksTlsThenItIsUpToo(@TempDir Path folder) throws Exception {
		TestCertificate certificate = TestCertificate.create(folder);
		Path pem = certificate.certificatePem(folder);
		try (BedrockRuntimeEmulator emulator = BedrockRuntimeEmulator.builder()
			.tls(pem, certificate.keyPem(folder))
			.start()) {
			int port = emulator.endpoint().getPort();
			assertThat(
					EmulatorHealth.isUp(port,
							EmulatorOptions.certificate(
									new String[] { "--health", "--tls-certificate", pem.toString() }, Map.of())))
				.isTrue();
			assertThat(EmulatorHealth.isUp(port, EmulatorOptions.certificate(new String[] { "--health" },
					Map.of("BEDROCK_RUNTIME_EMULATOR_TLS_CERTIFICATE", pem.toString()))))
				.isTrue();
		}
	}

	@Test
	void whenNoServerRespondsThenItIsNotUp() {
		try (FaultyEndpoint nobody = FaultyEndpoint.refusing()) {
			assertThat(EmulatorHealth.isUp(nobody.endpoint().getPort(), null)).isFalse();
		}
		assertThat(EmulatorOptions.port(new String[] { "--health", "--port", "12" })).isEqualTo(12);
		assertThat(EmulatorOptions.port(new String[] { "--health" })).isEqualTo(8642);
	}

}
