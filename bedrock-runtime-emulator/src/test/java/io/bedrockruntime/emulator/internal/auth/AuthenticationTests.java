package io.bedrockruntime.emulator.internal.auth;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import io.bedrockruntime.emulator.BedrockRuntimeEmulator;
import io.bedrockruntime.emulator.internal.journal.EventBuffer;
import io.bedrockruntime.emulator.internal.service.ServiceErrorException;
import io.bedrockruntime.emulator.internal.settings.EmulatorSettings;
import io.bedrockruntime.emulator.internal.support.Sha256;
import io.bedrockruntime.emulator.internal.wire.Pacing;
import io.bedrockruntime.emulator.record.Header;
import io.bedrockruntime.emulator.record.RecordedRequest;
import io.bedrockruntime.emulator.testing.SdkClients;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.BedrockRuntimeException;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.Message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AuthenticationTests {

	@Test
	void whenRequestIsNotSignedThenTokenIsMissing() throws Exception {
		try (BedrockRuntimeEmulator emulator = BedrockRuntimeEmulator.builder().start()) {
			HttpResponse<String> response = post(emulator, "/model/anthropic.claude-x/converse", null);
			assertThat(response.statusCode()).isEqualTo(403);
			assertThat(response.body()).isEqualTo("{\"message\":\"Missing Authentication Token\"}");
			assertThat(response.headers().firstValue("x-amzn-ErrorType"))
				.hasValueSatisfying((type) -> assertThat(type).startsWith("MissingAuthenticationTokenException"));
			assertThat(response.headers().firstValue("x-amzn-RequestId")).isPresent();
			assertThat(response.headers().firstValue("Date"))
				.hasValueSatisfying((date) -> assertThat(date).matches("\\w{3}, \\d{2} \\w{3} \\d{4} [\\d:]{8} GMT"));
		}
	}

	@Test
	void whenSecretIsWrongThenSignatureIsInvalid() {
		try (BedrockRuntimeEmulator emulator = BedrockRuntimeEmulator.builder().start();
				BedrockRuntimeClient client = SdkClients.sync(emulator, "not the secret")) {
			assertError(client, "InvalidSignatureException", "The request signature we calculated does not match");
		}
	}

	@Test
	void whenRegionDiffersThenSignatureIsInvalid() {
		try (BedrockRuntimeEmulator emulator = BedrockRuntimeEmulator.builder().region("eu-west-1").start();
				BedrockRuntimeEmulator other = BedrockRuntimeEmulator.builder().start();
				BedrockRuntimeClient client = SdkClients.sync(other, other.secretAccessKey(), emulator.endpoint())) {
			assertError(client, "InvalidSignatureException", "valid region");
		}
	}

	@Test
	void whenSessionTokenIsNotTheOneKnownThenItIsUnrecognized() {
		try (BedrockRuntimeEmulator emulator = BedrockRuntimeEmulator.builder()
			.credentials("AKID", "secret", "token")
			.start();
				BedrockRuntimeEmulator other = BedrockRuntimeEmulator.builder()
					.credentials("AKID", "secret", "another")
					.start();
				BedrockRuntimeClient right = SdkClients.sync(emulator);
				BedrockRuntimeClient wrong = SdkClients.sync(other, "secret", emulator.endpoint())) {
			converse(right);
			assertError(wrong, "UnrecognizedClientException", "The security token included in the request is invalid.");
		}
	}

	@Test
	void whenAccessKeyIsUnknownThenItIsUnrecognized() {
		try (BedrockRuntimeEmulator emulator = BedrockRuntimeEmulator.builder().start();
				BedrockRuntimeEmulator other = BedrockRuntimeEmulator.builder()
					.credentials("AKIDOTHER", "secret", null)
					.start();
				BedrockRuntimeClient client = SdkClients.sync(other, "secret", emulator.endpoint())) {
			assertError(client, "UnrecognizedClientException",
					"The security token included in the request is invalid.");
		}
	}

	@Test
	void whenClocksDifferByMoreThanFiveMinutesThenSignatureIsInvalid() {
		Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(6));
		Clock behind = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-6));
		try (BedrockRuntimeEmulator fast = BedrockRuntimeEmulator.builder().clock(ahead).start();
				BedrockRuntimeEmulator slow = BedrockRuntimeEmulator.builder().clock(behind).start();
				BedrockRuntimeClient late = SdkClients.sync(fast);
				BedrockRuntimeClient early = SdkClients.sync(slow)) {
			assertError(late, "InvalidSignatureException", "Signature expired: ");
			assertError(early, "InvalidSignatureException", "Signature not yet current: ");
		}
	}

	@Test
	void whenApiKeyIsKnownThenItIsEnough() {
		try (BedrockRuntimeEmulator emulator = BedrockRuntimeEmulator.builder().apiKey("right").start();
				BedrockRuntimeClient right = SdkClients.bearer(emulator, "right");
				BedrockRuntimeClient wrong = SdkClients.bearer(emulator, "wrong")) {
			converse(right);
			assertThat(emulator.requests().get(0).header("authorization")).isEqualTo("Bearer right");
			assertError(wrong, "AccessDeniedException",
					"Authentication failed: Please make sure your API Key is valid.");
		}
	}

	@Test
	void whenApiKeyIsWrongThenMessageIsWrittenAsTheServiceWritesIt() throws Exception {
		try (BedrockRuntimeEmulator emulator = BedrockRuntimeEmulator.builder().start()) {
			HttpResponse<String> response = post(emulator, "/model/anthropic.claude-x/converse", "Bearer wrong");
			assertThat(response.statusCode()).isEqualTo(403);
			assertThat(response.body())
				.isEqualTo("{\"Message\":\"Authentication failed: Please make sure your API Key is valid.\"}");
		}
	}

	@Test
	void whenPartOfTheSignatureIsLeftOutThenItIsIncomplete() throws Exception {
		try (BedrockRuntimeEmulator emulator = BedrockRuntimeEmulator.builder().start()) {
			HttpResponse<String> response = post(emulator, "/model/anthropic.claude-x/converse",
					"AWS4-HMAC-SHA256 Credential=a/b/c/d/e, SignedHeaders=host");
			assertThat(response.headers().firstValue("x-amzn-ErrorType"))
				.hasValueSatisfying((type) -> assertThat(type).startsWith("IncompleteSignatureException"));
		}
	}

	@Test
	void whenHostOrBodyIsNotCoveredThenSignatureIsInvalid() {
		assertThat(verify(List.of("host", "x-amz-date"), "{}", null)).isNull();
		assertThat(verify(List.of("host", "x-amz-date"), "{}", "UNSIGNED-PAYLOAD")).isNull();
		assertThat(verify(List.of("x-amz-date"), "{}", null)).contains("'Host' must be a 'SignedHeader'");
		assertThat(verify(List.of("host"), "{}", null)).contains("'x-amz-date' must be a 'SignedHeader'");
		assertThat(verify(List.of("host", "x-amz-date"), "{}", Sha256.hex(new byte[0])))
			.contains("x-amz-content-sha256");
	}

	@Test
	void whenOperationIsUnknownThenResponseIsTheFrontEnds() throws Exception {
		try (BedrockRuntimeEmulator emulator = BedrockRuntimeEmulator.builder().start()) {
			for (String path : List.of("/", "/model/arn:aws:bedrock/x/y/converse", "/model/a/chat")) {
				HttpResponse<String> response = post(emulator, path, null);
				assertThat(response.statusCode()).isEqualTo(404);
				assertThat(response.headers().firstValue("x-amzn-ErrorType"))
					.hasValueSatisfying((type) -> assertThat(type).startsWith("UnknownOperationException"));
			}
		}
	}

	private static String verify(List<String> signedHeaders, String body, String contentSha256) {
		Clock clock = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
		EmulatorSettings settings = new EmulatorSettings("127.0.0.1", 0, "us-east-1", "AKID", "secret", null, null,
				new Pacing(0, Duration.ZERO), clock, List.of(), new EmulatorSettings.Async(Duration.ZERO, null));
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		List<Header> headers = new ArrayList<>(
				List.of(new Header("Host", "localhost"), new Header("X-Amz-Date", "20260102T030405Z")));
		if (contentSha256 != null) {
			headers.add(new Header("x-amz-content-sha256", contentSha256));
		}
		RecordedRequest unsigned = new RecordedRequest("POST", "/model/m/converse", null, headers, bytes,
				new EventBuffer());
		String hash = (contentSha256 != null) ? contentSha256 : Sha256.hex(bytes);
		String signature = SignatureVersion4.signature("secret", "20260102", "us-east-1", "bedrock",
				SignatureVersion4.stringToSign("20260102T030405Z", "20260102/us-east-1/bedrock/aws4_request",
						SignatureVersion4.canonicalRequest(unsigned, signedHeaders, hash)));
		headers.add(new Header("Authorization",
				"AWS4-HMAC-SHA256 Credential=AKID/20260102/us-east-1/bedrock/aws4_request, SignedHeaders="
						+ String.join(";", signedHeaders) + ", Signature=" + signature));
		try {
			new Authentication(settings, new AcceptedCredentials(settings))
				.verify(new RecordedRequest("POST", "/model/m/converse", null, headers, bytes, new EventBuffer()));
			return null;
		}
		catch (ServiceErrorException error) {
			return error.body().path("message").asString("");
		}
	}

	private static void assertError(BedrockRuntimeClient client, String code, String message) {
		assertThatExceptionOfType(BedrockRuntimeException.class).isThrownBy(() -> converse(client)).satisfies((ex) -> {
			assertThat(ex.statusCode()).isEqualTo(403);
			assertThat(ex.awsErrorDetails().errorCode()).isEqualTo(code);
			assertThat(ex.awsErrorDetails().errorMessage()).contains(message);
		});
	}

	private static void converse(BedrockRuntimeClient client) {
		Message message = Message.builder().role("user").content(ContentBlock.fromText("Hello")).build();
		client.converse((request) -> request.modelId(SdkClients.MODEL).messages(message));
	}

	private static HttpResponse<String> post(BedrockRuntimeEmulator emulator, String path, String authorization)
			throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(emulator.endpoint() + path))
			.version(HttpClient.Version.HTTP_1_1)
			.POST(HttpRequest.BodyPublishers.ofString("{}"));
		if (authorization != null) {
			request.header("Authorization", authorization);
		}
		return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

}
