package io.bedrockruntime.internal.exception;

import javax.net.ssl.SSLException;

import io.bedrockruntime.exception.BedrockRuntimeServiceException;
import io.bedrockruntime.exception.ConnectTimeoutException;
import io.bedrockruntime.exception.ConnectionFailedException;
import io.bedrockruntime.exception.ConnectionResetException;
import io.bedrockruntime.exception.ResponseTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Which failures of an attempt are worth another one. What is not here is not retried:
 * what the caller did wrong, a refused or expired identity, an answer that cannot be
 * read, a model that failed, and a pool without a free connection, which is no fault of
 * the service.
 */
public final class RetryableFailures {

	private RetryableFailures() {
	}

	/**
	 * Return whether to send the request again.
	 * @param failure what the attempt failed with
	 * @param answered whether an answer had begun
	 * @param responseTimeouts whether the user wants it also for response timeouts
	 */
	public static boolean isRetryable(Throwable failure, boolean answered, boolean responseTimeouts) {
		if (failure instanceof BedrockRuntimeServiceException service) {
			return service.isRetryable();
		}
		if (failure instanceof ResponseTimeoutException) {
			return responseTimeouts;
		}
		if (failure instanceof ConnectionFailedException) {
			return !answered && !isTlsFault(failure.getCause());
		}
		return !answered && (failure instanceof ConnectTimeoutException || failure instanceof ConnectionResetException);
	}

	public static boolean isThrottling(Throwable failure) {
		return failure instanceof BedrockRuntimeServiceException service && service.isThrottling();
	}

	/**
	 * Whether the peers do not agree or trust, which another attempt does not change.
	 */
	private static boolean isTlsFault(@Nullable Throwable cause) {
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
