package io.bedrockruntime.exception;

import java.util.Map;
import java.util.Set;

/**
 * What an error of the service means for sending the same request again. The errors that
 * the service's model names go by their class, whatever status they came with; all others
 * by the codes that AWS's services share, and then by their status.
 */
enum ErrorKind {

	/** Too many requests: again, but later and less often. */
	THROTTLING,

	/** Will pass: again. */
	TRANSIENT,

	/** The same request will fail the same way, or must not be sent again unasked. */
	FINAL;

	private static final Map<Class<?>, ErrorKind> MODELLED = Map.ofEntries(
			Map.entry(AccessDeniedException.class, FINAL), Map.entry(ConflictException.class, FINAL),
			Map.entry(InternalServerException.class, TRANSIENT), Map.entry(ModelErrorException.class, FINAL),
			Map.entry(ModelNotReadyException.class, TRANSIENT), Map.entry(ModelStreamErrorException.class, FINAL),
			Map.entry(ModelTimeoutException.class, FINAL), Map.entry(ResourceNotFoundException.class, FINAL),
			Map.entry(ServiceQuotaExceededException.class, FINAL),
			Map.entry(ServiceUnavailableException.class, TRANSIENT), Map.entry(ThrottlingException.class, THROTTLING),
			Map.entry(ValidationException.class, FINAL));

	private static final Set<String> THROTTLING_CODES = Set.of("Throttling", "ThrottlingException",
			"ThrottledException", "RequestThrottled", "RequestThrottledException", "TooManyRequestsException",
			"RequestLimitExceeded", "LimitExceededException", "BandwidthLimitExceeded", "SlowDown");

	private static final Set<String> TRANSIENT_CODES = Set.of("RequestTimeout", "RequestTimeoutException",
			"InternalError", "InternalFailure");

	static ErrorKind of(BedrockRuntimeServiceException failure) {
		ErrorKind modelled = MODELLED.get(failure.getClass());
		return (modelled != null) ? modelled : ofUnmodelled(failure.error());
	}

	private static ErrorKind ofUnmodelled(ServiceError error) {
		String code = error.errorCode();
		if (code != null && THROTTLING_CODES.contains(code)) {
			return THROTTLING;
		}
		if (code != null && TRANSIENT_CODES.contains(code)) {
			return TRANSIENT;
		}
		if (error.inStream()) {
			// It has no status of its own.
			return FINAL;
		}
		return switch (error.statusCode()) {
			case 429 -> THROTTLING;
			case 500, 502, 503, 504 -> TRANSIENT;
			default -> FINAL;
		};
	}

}
