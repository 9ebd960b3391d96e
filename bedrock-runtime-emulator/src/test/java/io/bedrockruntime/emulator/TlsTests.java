package io.bedrockruntime.emulator;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.bedrockruntime.emulator.record.Header;
import io.bedrockruntime.emulator.testing.TestCertificate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TlsTests {

	private static final String BODY = "{\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"Hello\"}]}]}";

	@TempDir
	static Path folder;

	private static TestCertificate certificate;

	@BeforeAll
	static void makeCertificate() {
		certificate = TestCertificate.create(folder);
	}

	@Test
	void whenClientOffersHttp2ThenItIsSpoken() throws Exception {
		try (BedrockRuntimeEmulator emulator = builder().tls(certificate.keyManagers()).start()) {
			HttpResponse<String> response = converse(emulator, HttpClient.Version.HTTP_2);
			assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(response.body()).contains("> Hello");
			assertThat(emulator.endpoint()).hasScheme("https").hasHost("127.0.0.1");
			assertThat(emulator.requests().get(0).headers()).extracting(Header::name)
				.contains("host", "authorization")
				.noneMatch((name) -> name.startsWith("x-http2"));
		}
	}

	@Test
	void whenClientOffersHttp11ThenItIsSpoken() throws Exception {
		try (BedrockRuntimeEmulator emulator = builder()
			.tls(certificate.certificatePem(folder), certificate.keyPem(folder))
			.start()) {
			HttpResponse<String> response = converse(emulator, HttpClient.Version.HTTP_1_1);
			assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
			assertThat(response.body()).contains("> Hello");
		}
	}

	@Test
	void whenServerHasNoHttp2ThenClientFallsBack() throws Exception {
		try (BedrockRuntimeEmulator emulator = builder().tls(certificate.keyManagers()).http2(false).start()) {
			HttpResponse<String> response = converse(emulator, HttpClient.Version.HTTP_2);
			assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
			assertThat(response.body()).contains("> Hello");
		}
	}

	@Test
	void whenClientAsksInCleartextToContinueInHttp2ThenItDoes() throws Exception {
		try (BedrockRuntimeEmulator emulator = builder().start()) {
			HttpResponse<String> response = converse(emulator, HttpClient.Version.HTTP_2);
			assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
			assertThat(response.body()).contains("> Hello");
		}
		try (BedrockRuntimeEmulator emulator = builder().http2(false).start()) {
			assertThat(converse(emulator, HttpClient.Version.HTTP_2).version()).isEqualTo(HttpClient.Version.HTTP_1_1);
		}
	}

	@Test
	void whenFilesAreOptionsThenTheyAreUsed() throws Exception {
		String[] args = { "--port", "0", "--api-key", "key", "--tokens-per-second", "0", "--tls-certificate",
				certificate.certificatePem(folder).toString(), "--tls-key", certificate.keyPem(folder).toString(),
				"--http1-only" };
		try (BedrockRuntimeEmulator emulator = BedrockRuntimeEmulatorApplication.start(args, System.err)) {
			assertThat(converse(emulator, HttpClient.Version.HTTP_2).version()).isEqualTo(HttpClient.Version.HTTP_1_1);
			assertThat(BedrockRuntimeEmulatorApplication.greeting(emulator)).contains("https://127.0.0.1:");
		}
	}

	@Test
	void whenFilesAreWrongThenItSaysWhich() throws Exception {
		Path garbage = Files.writeString(folder.resolve("garbage.pem"), "no key");
		Path pem = certificate.certificatePem(folder);
		assertThatIllegalArgumentException().isThrownBy(() -> builder().tls(pem, garbage).start())
			.withMessageContaining("garbage.pem");
		assertThatIllegalArgumentException().isThrownBy(() -> builder().tls(Path.of("no/such.pem"), garbage).start())
			.withMessageContaining("such.pem");
	}

	private static BedrockRuntimeEmulatorBuilder builder() {
		return BedrockRuntimeEmulator.builder().apiKey("key").tokensPerSecond(0);
	}

	private static HttpResponse<String> converse(BedrockRuntimeEmulator emulator, HttpClient.Version version)
			throws Exception {
		URI uri = emulator.endpoint().resolve("/model/anthropic.claude-x/converse");
		return HttpClient.newBuilder()
			.sslContext(certificate.clientContext())
			.version(version)
			.build()
			.send(HttpRequest.newBuilder(uri)
				.timeout(Duration.ofSeconds(20))
				.header("Authorization", "Bearer key")
				.POST(HttpRequest.BodyPublishers.ofString(BODY))
				.build(), HttpResponse.BodyHandlers.ofString());
	}

}
