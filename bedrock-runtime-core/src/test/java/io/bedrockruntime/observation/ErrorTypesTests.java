package io.bedrockruntime.observation;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import io.bedrockruntime.exception.AccessDeniedException;
import io.bedrockruntime.exception.AcquireTimeoutException;
import io.bedrockruntime.exception.BedrockRuntimeClientException;
import io.bedrockruntime.exception.BedrockRuntimeServiceException;
import io.bedrockruntime.exception.CallTimeoutException;
import io.bedrockruntime.exception.ChecksumMismatchException;
import io.bedrockruntime.exception.ConnectTimeoutException;
import io.bedrockruntime.exception.ConnectionFailedException;
import io.bedrockruntime.exception.ConnectionResetException;
import io.bedrockruntime.exception.CredentialsException;
import io.bedrockruntime.exception.IdleTimeoutException;
import io.bedrockruntime.exception.InvalidResponseException;
import io.bedrockruntime.exception.ModelStreamErrorException;
import io.bedrockruntime.exception.ResponseTimeoutException;
import io.bedrockruntime.exception.ServiceError;
import io.bedrockruntime.exception.TruncatedStreamException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class ErrorTypesTests {

	private static ServiceError error(String code) {
		return new ServiceError("Converse", 400, code, "m", null, false, null, null, null, null, 1);
	}

	static Stream<Arguments> failures() {
		return Stream.of(arguments(new AccessDeniedException(error("x")), "AccessDeniedException"),
				arguments(new ModelStreamErrorException(error("x")), "ModelStreamErrorException"),
				arguments(new BedrockRuntimeServiceException(error("ExpiredTokenException")), "ExpiredTokenException"),
				arguments(new BedrockRuntimeServiceException(error("IncompleteSignature")), "IncompleteSignature"),
				arguments(new BedrockRuntimeServiceException(error("Whatever a proxy says 4711")), "_OTHER"),
				arguments(new BedrockRuntimeServiceException(error(null)), "_OTHER"),
				arguments(new ConnectTimeoutException("m", null), "connect_timeout"),
				arguments(new AcquireTimeoutException("m", null), "acquire_timeout"),
				arguments(new ResponseTimeoutException("m", null), "timeout"),
				arguments(new CallTimeoutException("m", null), "timeout"),
				arguments(new IdleTimeoutException("m", null), "idle_timeout"),
				arguments(new ConnectionFailedException("m", new UnknownHostException("h")),
						"java.net.UnknownHostException"),
				arguments(new ConnectionFailedException("m", new ConnectException()), "connection_failed"),
				arguments(new ConnectionResetException("m", null), "connection_reset"),
				arguments(new TruncatedStreamException("m", null), "stream_truncated"),
				arguments(new InvalidResponseException("m", null), "invalid_response"),
				arguments(new ChecksumMismatchException("m"), "invalid_response"),
				arguments(new CredentialsException("m", null), "credentials_unavailable"),
				arguments(new CancellationException(), "cancelled"),
				arguments(new BedrockRuntimeClientException("m", null), "_OTHER"),
				arguments(new IllegalStateException("a message with values"), "_OTHER"));
	}

	@ParameterizedTest
	@MethodSource("failures")
	void shouldNameFailure(Throwable failure, String type) {
		assertThat(ErrorTypes.of(failure)).isEqualTo(type);
	}

}
