package io.bedrockruntime.observation;

import java.net.UnknownHostException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;

import io.bedrockruntime.exception.AcquireTimeoutException;
import io.bedrockruntime.exception.BedrockRuntimeServiceException;
import io.bedrockruntime.exception.CallTimeoutException;
import io.bedrockruntime.exception.ChecksumMismatchException;
import io.bedrockruntime.exception.ConnectTimeoutException;
import io.bedrockruntime.exception.ConnectionFailedException;
import io.bedrockruntime.exception.ConnectionResetException;
import io.bedrockruntime.exception.CredentialsException;
import io.bedrockruntime.exception.IdleTimeoutException;
import io.bedrockruntime.exception.InvalidResponseException;
import io.bedrockruntime.exception.MalformedMessageException;
import io.bedrockruntime.exception.MessageTooLargeException;
import io.bedrockruntime.exception.ResponseTimeoutException;
import io.bedrockruntime.exception.TruncatedStreamException;

/**
 * Names of the failures of calls, for {@code error.type}. Their number is limited,
 * regardless of the error names that the service and proxies use:
 * <ul>
 * <li>the names of the errors of the service's model, such as
 * {@code ThrottlingException}, and of the errors with which AWS rejects an identity or
 * signature: {@code UnrecognizedClientException}, {@code InvalidSignatureException},
 * {@code ExpiredTokenException} and {@code IncompleteSignature};
 * <li>{@code connect_timeout}, {@code acquire_timeout}, {@code timeout} (of a response or
 * an entire call) and {@code idle_timeout};
 * <li>{@code java.net.UnknownHostException}, {@code connection_failed},
 * {@code connection_reset}, {@code stream_truncated} and {@code invalid_response};
 * <li>{@code credentials_unavailable} and {@code cancelled};
 * <li>{@code _OTHER} for everything else.
 * </ul>
 *
 * @since 0.1.0
 */
public final class ErrorTypes {

	/** Type of a call that the caller has cancelled. */
	public static final String CANCELLED = "cancelled";

	/** Type of a failure without a separate name. */
	public static final String OTHER = "_OTHER";

	private static final Set<String> IDENTITY_ERRORS = Set.of("UnrecognizedClientException",
			"InvalidSignatureException", "ExpiredTokenException", "IncompleteSignature");

	private static final Map<Class<?>, String> CLIENT_FAULTS = Map.ofEntries(
			Map.entry(ConnectTimeoutException.class, "connect_timeout"),
			Map.entry(AcquireTimeoutException.class, "acquire_timeout"),
			Map.entry(ResponseTimeoutException.class, "timeout"), Map.entry(CallTimeoutException.class, "timeout"),
			Map.entry(IdleTimeoutException.class, "idle_timeout"),
			Map.entry(ConnectionFailedException.class, "connection_failed"),
			Map.entry(ConnectionResetException.class, "connection_reset"),
			Map.entry(TruncatedStreamException.class, "stream_truncated"),
			Map.entry(InvalidResponseException.class, "invalid_response"),
			Map.entry(MalformedMessageException.class, "invalid_response"),
			Map.entry(MessageTooLargeException.class, "invalid_response"),
			Map.entry(ChecksumMismatchException.class, "invalid_response"),
			Map.entry(CredentialsException.class, "credentials_unavailable"));

	private ErrorTypes() {
	}

	/**
	 * Return the type of a failure.
	 * @param failure the failure of a call
	 * @return one of the names above
	 */
	public static String of(Throwable failure) {
		if (failure instanceof BedrockRuntimeServiceException service) {
			return ofService(service);
		}
		if (failure instanceof CancellationException) {
			return CANCELLED;
		}
		if (failure instanceof ConnectionFailedException && failure.getCause() instanceof UnknownHostException) {
			return UnknownHostException.class.getName();
		}
		return CLIENT_FAULTS.getOrDefault(failure.getClass(), OTHER);
	}

	private static String ofService(BedrockRuntimeServiceException failure) {
		if (failure.getClass() != BedrockRuntimeServiceException.class) {
			return failure.getClass().getSimpleName();
		}
		String code = failure.errorCode();
		return (code != null && IDENTITY_ERRORS.contains(code)) ? code : OTHER;
	}

}
