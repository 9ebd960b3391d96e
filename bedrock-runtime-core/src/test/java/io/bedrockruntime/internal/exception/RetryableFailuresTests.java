package io.bedrockruntime.internal.exception;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.net.ssl.SSLHandshakeException;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.bedrockruntime.exception.AccessDeniedException;
import io.bedrockruntime.exception.AcquireTimeoutException;
import io.bedrockruntime.exception.AsyncInvokeFailedException;
import io.bedrockruntime.exception.BedrockRuntimeClientException;
import io.bedrockruntime.exception.BedrockRuntimeException;
import io.bedrockruntime.exception.BedrockRuntimeServiceException;
import io.bedrockruntime.exception.CallTimeoutException;
import io.bedrockruntime.exception.ChecksumMismatchException;
import io.bedrockruntime.exception.ConflictException;
import io.bedrockruntime.exception.ConnectTimeoutException;
import io.bedrockruntime.exception.ConnectionFailedException;
import io.bedrockruntime.exception.ConnectionResetException;
import io.bedrockruntime.exception.CredentialsException;
import io.bedrockruntime.exception.EventStreamException;
import io.bedrockruntime.exception.IdleTimeoutException;
import io.bedrockruntime.exception.InternalServerException;
import io.bedrockruntime.exception.InvalidResponseException;
import io.bedrockruntime.exception.MalformedMessageException;
import io.bedrockruntime.exception.MessageTooLargeException;
import io.bedrockruntime.exception.ModelErrorException;
import io.bedrockruntime.exception.ModelNotReadyException;
import io.bedrockruntime.exception.ModelStreamErrorException;
import io.bedrockruntime.exception.ModelTimeoutException;
import io.bedrockruntime.exception.ResourceNotFoundException;
import io.bedrockruntime.exception.ResponseTimeoutException;
import io.bedrockruntime.exception.ServiceError;
import io.bedrockruntime.exception.ServiceQuotaExceededException;
import io.bedrockruntime.exception.ServiceUnavailableException;
import io.bedrockruntime.exception.SigningException;
import io.bedrockruntime.exception.ThrottlingException;
import io.bedrockruntime.exception.TruncatedStreamException;
import io.bedrockruntime.exception.ValidationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link RetryableFailures} with every exception of the client.
 */
class RetryableFailuresTests {

	private static final Throwable UNTRUSTED = new SSLHandshakeException("untrusted");

	static Stream<Arguments> faults() {
		return Stream.of(service(ThrottlingException::new, 429, "throttling"),
				service(ModelNotReadyException::new, 429, "transient"),
				service(InternalServerException::new, 500, "transient"),
				service(ServiceUnavailableException::new, 503, "transient"),
				service(AccessDeniedException::new, 403, "final"), service(ConflictException::new, 400, "final"),
				service(ModelErrorException::new, 424, "final"), service(ModelStreamErrorException::new, 424, "final"),
				service(ModelTimeoutException::new, 408, "final"),
				service(ResourceNotFoundException::new, 404, "final"),
				service(ServiceQuotaExceededException::new, 400, "final"),
				service(ServiceQuotaExceededException::new, 429, "final"),
				service(ValidationException::new, 400, "final"), service(ValidationException::new, 503, "final"),
				service(BedrockRuntimeServiceException::new, 418, "final"),
				arguments(new ConnectTimeoutException("", null), "noResponse"),
				arguments(new ConnectionFailedException("", new IOException()), "noResponse"),
				arguments(new ConnectionFailedException("", null), "noResponse"),
				arguments(new ConnectionFailedException("", UNTRUSTED), "final"),
				arguments(new ConnectionFailedException("", suppressing(UNTRUSTED)), "final"),
				arguments(new ConnectionResetException("", new IOException()), "noResponse"),
				arguments(new ResponseTimeoutException("", null), "response timeout"),
				arguments(new AcquireTimeoutException("", null), "final"),
				arguments(new IdleTimeoutException("", null), "final"),
				arguments(new CallTimeoutException("", null), "final"),
				arguments(new CredentialsException("", null), "final"),
				arguments(new SigningException("", null), "final"),
				arguments(new InvalidResponseException("", null), "final"),
				arguments(new EventStreamException("", null), "final"),
				arguments(new TruncatedStreamException("", null), "final"),
				arguments(new ChecksumMismatchException(""), "final"),
				arguments(new MalformedMessageException("", null), "final"),
				arguments(new MessageTooLargeException(""), "final"),
				arguments(new BedrockRuntimeClientException("", null), "final"),
				arguments(new AsyncInvokeFailedException("arn", null), "final"),
				arguments(new IllegalStateException(), "final"), arguments(new IOException(), "final"));
	}

	private static Arguments service(Function<ServiceError, BedrockRuntimeServiceException> exception, int status,
			String kind) {
		return arguments(exception.apply(error(status, null, false)), kind);
	}

	private static ServiceError error(int status, String code, boolean inStream) {
		return new ServiceError("Converse", status, code, null, null, inStream, null, null, null, null);
	}

	private static Throwable suppressing(Throwable suppressed) {
		IOException failure = new IOException();
		failure.addSuppressed(suppressed);
		return failure;
	}

	@ParameterizedTest
	@MethodSource("faults")
	void shouldRetryWhatWillPass(Throwable failure, String kind) {
		boolean service = kind.equals("throttling") || kind.equals("transient");
		assertThat(RetryableFailures.isRetryable(failure, false, false))
			.isEqualTo(service || kind.equals("noResponse"));
		assertThat(RetryableFailures.isRetryable(failure, true, false)).isEqualTo(service);
		assertThat(RetryableFailures.isRetryable(failure, true, true))
			.isEqualTo(service || kind.equals("response timeout"));
		assertThat(RetryableFailures.isThrottling(failure)).isEqualTo(kind.equals("throttling"));
		if (failure instanceof BedrockRuntimeServiceException exception) {
			assertThat(exception.isRetryable()).isEqualTo(service);
			assertThat(exception.isThrottling()).isEqualTo(kind.equals("throttling"));
		}
	}

	@Test
	void shouldSaySomethingOfEveryException() {
		Set<String> told = faults().map((row) -> row.get()[0].getClass().getName()).collect(Collectors.toSet());
		List<String> all = new ClassFileImporter().importPackages("io.bedrockruntime.exception")
			.stream()
			.filter((type) -> type.isAssignableTo(BedrockRuntimeException.class))
			.filter((type) -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
			.map(JavaClass::getName)
			.toList();
		assertThat(told).containsAll(all);
		assertThat(all).hasSizeGreaterThan(20);
	}

	@ParameterizedTest
	@CsvSource({ "429,,THROTTLING", "429,Odd,THROTTLING", "500,,TRANSIENT", "502,,TRANSIENT", "503,Odd,TRANSIENT",
			"504,,TRANSIENT", "501,,FINAL", "400,,FINAL", "408,,FINAL", "400,TooManyRequestsException,THROTTLING",
			"503,SlowDown,THROTTLING", "400,RequestTimeout,TRANSIENT", "500,InternalFailure,TRANSIENT",
			"403,ExpiredTokenException,FINAL", "403,UnrecognizedClientException,FINAL",
			"403,InvalidSignatureException,FINAL", "401,,FINAL" })
	void whenErrorIsNotModelledThenItsCodeAndStatusDecide(int status, String code, String kind) {
		BedrockRuntimeServiceException failure = new BedrockRuntimeServiceException(error(status, code, false));
		assertThat(failure.isRetryable()).isEqualTo(!kind.equals("FINAL"));
		assertThat(failure.isThrottling()).isEqualTo(kind.equals("THROTTLING"));
	}

	@Test
	void whenErrorOfAStreamIsNotModelledThenItIsFinal() {
		assertThat(new BedrockRuntimeServiceException(error(500, "somethingNew", true)).isRetryable()).isFalse();
		assertThat(new BedrockRuntimeServiceException(error(500, "InternalFailure", true)).isRetryable()).isTrue();
	}

}
