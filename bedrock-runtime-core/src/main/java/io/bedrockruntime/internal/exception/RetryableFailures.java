package io.bedrockruntime.internal.exception;

import javax.net.ssl.SSLException;

import io.bedrockruntime.exception.BedrockRuntimeServiceException;
import io.bedrockruntime.exception.ConnectTimeoutException;
import io.bedrockruntime.exception.ConnectionFailedException;
import io.bedrockruntime.exception.ConnectionResetException;
import io.bedrockruntime.exception.ResponseTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Classification of failures that a retry may solve. Other failures are not retried:
 * errors of the caller, a refused or expired identity, an unreadable response, a failed
 * model, and a pool without a free connection, which the service did not cause.
 */
public final class RetryableFailures {

	private RetryableFailures() {
	}

	/**
	 * Return whether to send the request again.
	 * @param failure the failure of the attempt
	 * @param responded whether a response had begun
	 * @param responseTimeouts whether to retry after response timeouts
	 */
	public static boolean isRetryable(Throwable failure, boolean responded, boolean responseTimeouts) {
		if (failure instanceof BedrockRuntimeServiceException service) {
			return service.isRetryable();
		}
		if (failure instanceof ResponseTimeoutException) {
			return responseTimeouts;
		}
		if (failure instanceof ConnectionFailedException) {
			return !responded && !isTlsFailure(failure.getCause());
		}
		return !responded
				&& (failure instanceof ConnectTimeoutException || failure instanceof ConnectionResetException);
	}

	public static boolean isThrottling(Throwable failure) {
		return failure instanceof BedrockRuntimeServiceException service && service.isThrottling();
	}

	/**
	 * Return whether the TLS handshake failed, which another attempt does not change.
	 */
	private static boolean isTlsFailure(@Nullable Throwable cause) {
		if (cause == null) {
			return false;
		}
		for (Throwable suppressed : cause.getSuppressed()) {
			if (suppressed instanceof SSLException) {
				return true;
			}
		}
		return cause instanceof SSLException;
	}

}
