package io.bedrockruntime.autoconfigure.health;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

import io.bedrockruntime.exception.AcquireTimeoutException;
import io.bedrockruntime.exception.BedrockRuntimeServiceException;
import io.bedrockruntime.exception.BedrockRuntimeTimeoutException;
import io.bedrockruntime.exception.ConnectTimeoutException;
import io.bedrockruntime.exception.ConnectionFailedException;
import io.bedrockruntime.exception.ConnectionResetException;
import io.bedrockruntime.exception.CredentialsException;
import io.bedrockruntime.exception.InvalidResponseException;
import io.bedrockruntime.exception.ResourceNotFoundException;
import io.bedrockruntime.exception.SigningException;
import io.bedrockruntime.exception.ValidationException;
import io.bedrockruntime.observation.ErrorTypes;
import org.jspecify.annotations.Nullable;

/**
 * Translates the failure of a probe to a finding that contains no text of the service.
 */
final class HealthFailures {

	/** Error codes by which AWS rejects an identity or a signature. */
	private static final Set<String> REFUSALS = Set.of("UnrecognizedClientException", "InvalidSignatureException",
			"ExpiredTokenException", "IncompleteSignature", "IncompleteSignatureException", "InvalidClientTokenId",
			"SignatureDoesNotMatch", "MissingAuthenticationToken", "MissingAuthenticationTokenException",
			"ExpiredToken", "RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture");

	private static final Set<String> DATE = Set.of("RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture");

	private static final String CLOCK_SKEW = "clock skew?";

	private HealthFailures() {
	}

	/**
	 * Assess a failure.
	 * @param failure the failure of the probe
	 * @param permission the IAM permission that the probe needs, or {@code null}
	 * @return the finding
	 */
	static HealthFinding assess(Throwable failure, @Nullable String permission) {
		if (failure instanceof BedrockRuntimeServiceException service) {
			return assess(service, permission).withRequestId(service.requestId());
		}
		if (failure instanceof CredentialsException) {
			return HealthFinding.down("no credentials");
		}
		if (failure instanceof SigningException) {
			return HealthFinding.down("not signed");
		}
		if (failure instanceof ConnectTimeoutException) {
			return HealthFinding.down("connect timeout");
		}
		if (failure instanceof AcquireTimeoutException) {
			return HealthFinding.down("no connection free");
		}
		if (failure instanceof TimeoutException || failure instanceof BedrockRuntimeTimeoutException) {
			return HealthFinding.down("timeout");
		}
		if (failure instanceof ConnectionFailedException) {
			return HealthFinding.down(noConnection(failure));
		}
		if (failure instanceof ConnectionResetException) {
			return HealthFinding.down("connection reset");
		}
		return HealthFinding.down((failure instanceof InvalidResponseException) ? "invalid response"
				: failure.getClass().getSimpleName());
	}

	private static HealthFinding assess(BedrockRuntimeServiceException failure, @Nullable String permission) {
		int status = failure.statusCode();
		if (failure.isThrottling() || status == 429) {
			return HealthFinding.UP.withThrottled();
		}
		String type = ErrorTypes.of(failure);
		String reason = type.equals(ErrorTypes.OTHER) ? "HTTP status " + status : type;
		if (isRefused(failure)) {
			return HealthFinding.down(isNamed(failure) ? String.valueOf(failure.errorCode()) : "identity refused")
				.withHint(isForDate(failure) ? CLOCK_SKEW : null);
		}
		if (status == 403) {
			return HealthFinding.unknown((permission != null) ? "missing permission " + permission : reason);
		}
		if (failure instanceof ValidationException || failure instanceof ResourceNotFoundException) {
			return HealthFinding.unknown(reason).withHint("the model or region may not support this probe");
		}
		return (status >= 400 && status < 500) ? HealthFinding.unknown(reason) : HealthFinding.down(reason);
	}

	private static boolean isNamed(BedrockRuntimeServiceException failure) {
		return failure.errorCode() != null && REFUSALS.contains(failure.errorCode());
	}

	/**
	 * Return whether the identity is rejected, not the operation. An unknown API key has
	 * the same code as a missing permission.
	 */
	private static boolean isRefused(BedrockRuntimeServiceException failure) {
		if (isNamed(failure) || failure.statusCode() == 401) {
			return true;
		}
		String text = text(failure).toLowerCase(Locale.ROOT);
		return failure.statusCode() == 403
				&& (text.contains("api key is valid") || (text.contains("token") && text.contains("expired")));
	}

	private static boolean isForDate(BedrockRuntimeServiceException failure) {
		String text = text(failure);
		return text.startsWith("Signature expired") || text.startsWith("Signature not yet")
				|| DATE.contains(String.valueOf(failure.errorCode()));
	}

	private static String text(BedrockRuntimeServiceException failure) {
		return (failure.serviceMessage() != null) ? failure.serviceMessage() : "";
	}

	private static String noConnection(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
				return "unknown host";
			}
			if (cause instanceof SSLException) {
				return "TLS failure";
			}
			if (cause instanceof NoRouteToHostException) {
				return "no route to host";
			}
			if (cause instanceof ConnectException) {
				return "connection refused";
			}
		}
		return "connection failed";
	}

}
