package io.bedrockruntime.autoconfigure.health;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import javax.net.ssl.SSLHandshakeException;

import io.bedrockruntime.exception.AccessDeniedException;
import io.bedrockruntime.exception.AcquireTimeoutException;
import io.bedrockruntime.exception.BedrockRuntimeServiceException;
import io.bedrockruntime.exception.CallTimeoutException;
import io.bedrockruntime.exception.ConnectTimeoutException;
import io.bedrockruntime.exception.ConnectionFailedException;
import io.bedrockruntime.exception.ConnectionResetException;
import io.bedrockruntime.exception.CredentialsException;
import io.bedrockruntime.exception.InternalServerException;
import io.bedrockruntime.exception.InvalidResponseException;
import io.bedrockruntime.exception.ModelNotReadyException;
import io.bedrockruntime.exception.ResourceNotFoundException;
import io.bedrockruntime.exception.ServiceError;
import io.bedrockruntime.exception.SigningException;
import io.bedrockruntime.exception.ThrottlingException;
import io.bedrockruntime.exception.ValidationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link HealthFailures}.
 */
class HealthFailuresTests {

	private static final String CANARY = "arn:aws:sts::123456789012:assumed-role/s3cret";

	private static final String PERMISSION = "bedrock:ListAsyncInvokes";

	@ParameterizedTest
	@MethodSource("clientFaults")
	void whenServiceDidNotRespondThenItIsDownForThatReason(Throwable failure, String reason) {
		HealthFinding finding = HealthFailures.assess(failure, PERMISSION);
		assertThat(finding.status()).isEqualTo(Status.DOWN);
		assertThat(finding.reason()).isEqualTo(reason);
		assertThat(finding.toString()).doesNotContain(CANARY);
	}

	static Stream<Object> clientFaults() {
		return Stream.of(arguments(new TimeoutException(CANARY), "timeout"),
				arguments(new CallTimeoutException(CANARY, null), "timeout"),
				arguments(new CredentialsException(CANARY, null), "no credentials"),
				arguments(new SigningException(CANARY, null), "not signed"),
				arguments(new ConnectTimeoutException(CANARY, null), "connect timeout"),
				arguments(new AcquireTimeoutException(CANARY, null), "no connection free"),
				arguments(new ConnectionResetException(CANARY, null), "connection reset"),
				arguments(new InvalidResponseException(CANARY, null), "invalid response"),
				arguments(new IllegalStateException(CANARY), "IllegalStateException"),
				arguments(noConnection(null), "connection failed"),
				arguments(noConnection(new UnknownHostException(CANARY)), "unknown host"),
				arguments(noConnection(new SSLHandshakeException(CANARY)), "TLS failure"),
				arguments(noConnection(new NoRouteToHostException(CANARY)), "no route to host"),
				arguments(noConnection(new ConnectException(CANARY)), "connection refused"));
	}

	private static ConnectionFailedException noConnection(Throwable cause) {
		return new ConnectionFailedException(CANARY, cause);
	}

	@ParameterizedTest
	@ValueSource(strings = { "UnrecognizedClientException", "InvalidSignatureException", "ExpiredTokenException",
			"IncompleteSignature" })
	void whenIdentityIsRejectedThenItIsDown(String code) {
		HealthFinding finding = HealthFailures.assess(new BedrockRuntimeServiceException(error(403, code, CANARY)),
				PERMISSION);
		assertThat(finding).isEqualTo(HealthFinding.down(code).withRequestId("r-1"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "403 | Authentication failed: Please make sure your API Key is valid.",
			"403 | The security token included in the request is expired", "401 | No" })
	void whenApiKeyIsRejectedThenItIsNotAMissingPermission(int status, String message) {
		HealthFinding finding = HealthFailures
			.assess(new AccessDeniedException(error(status, "AccessDeniedException", message)), PERMISSION);
		assertThat(finding.status()).isEqualTo(Status.DOWN);
		assertThat(finding.reason()).isEqualTo("identity refused");
	}

	@Test
	void whenSignatureIsRejectedForItsDateThenHintIsClockSkew() {
		assertThat(
				HealthFailures
					.assess(new BedrockRuntimeServiceException(error(403, "InvalidSignatureException",
							"Signature expired: 20261128T120000Z is now earlier")), null)
					.hint())
			.isEqualTo("clock skew?");
		assertThat(HealthFailures
			.assess(new BedrockRuntimeServiceException(error(403, "InvalidSignatureException", "No match")), null)
			.hint()).isNull();
	}

	@Test
	void whenPermissionIsMissingThenItIsUnknownAndPermissionIsNamed() {
		HealthFinding finding = HealthFailures.assess(new AccessDeniedException(
				error(403, "AccessDeniedException", "User: " + CANARY + " is not authorized")), PERMISSION);
		assertThat(finding.status()).isEqualTo(Status.UNKNOWN);
		assertThat(finding.reason()).isEqualTo("missing permission bedrock:ListAsyncInvokes");
		assertThat(finding.requestId()).isEqualTo("r-1");
		assertThat(finding.toString()).doesNotContain(CANARY);
	}

	@Test
	void whenServiceHasNoTimeThenItIsUp() {
		assertThat(HealthFailures.assess(new ThrottlingException(error(429, "ThrottlingException", CANARY)), null))
			.isEqualTo(HealthFinding.UP.withThrottled().withRequestId("r-1"));
		assertThat(HealthFailures.assess(new ModelNotReadyException(error(429, "ModelNotReadyException", CANARY)), null)
			.status()).isEqualTo(Status.UP);
	}

	@Test
	void whenProbeIsNotForModelOrRegionThenItIsUnknownWithAHint() {
		assertThat(HealthFailures.assess(new ValidationException(error(400, "ValidationException", CANARY)), null))
			.satisfies((finding) -> assertThat(finding.status()).isEqualTo(Status.UNKNOWN))
			.satisfies((finding) -> assertThat(finding.reason()).isEqualTo("ValidationException"))
			.satisfies((finding) -> assertThat(finding.hint()).isNotEmpty());
		assertThat(HealthFailures
			.assess(new ResourceNotFoundException(error(404, "ResourceNotFoundException", CANARY)), null)
			.status()).isEqualTo(Status.UNKNOWN);
	}

	@Test
	void whenServiceFailsThenItIsDown() {
		assertThat(HealthFailures.assess(new InternalServerException(error(500, "InternalServerException", CANARY)),
				PERMISSION))
			.isEqualTo(HealthFinding.down("InternalServerException").withRequestId("r-1"));
		assertThat(HealthFailures.assess(new BedrockRuntimeServiceException(error(502, CANARY, CANARY)), PERMISSION))
			.isEqualTo(HealthFinding.down("HTTP status 502").withRequestId("r-1"));
	}

	private static ServiceError error(int status, String code, String message) {
		return new ServiceError("ListAsyncInvokes", status, code, message, "r-1", false, null, null, null, null);
	}

}
