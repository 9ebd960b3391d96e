package io.bedrockruntime.exception;

import java.util.Map;
import java.util.Set;

/**
 * Kind of a service error with regard to a retry of the same request. The errors that the
 * service's model defines are classified by their class, regardless of their status; all
 * others by the error codes that AWS services share, and then by their status.
 */
enum ErrorKind {

	/** Too many requests: retry later and at a lower rate. */
	THROTTLING,

	/** Temporary: retry. */
	TRANSIENT,

	/**
	 * The same request would fail the same way, or must not be repeated automatically.
	 */
	FINAL;

	private static final Map<Class<?>, ErrorKind> BY_CLASS = Map.ofEntries(
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
		ErrorKind byClass = BY_CLASS.get(failure.getClass());
		return (byClass != null) ? byClass : ofOther(failure.error());
	}

	private static ErrorKind ofOther(ServiceError error) {
		String code = error.errorCode();
		if (code != null && THROTTLING_CODES.contains(code)) {
			return THROTTLING;
		}
		if (code != null && TRANSIENT_CODES.contains(code)) {
			return TRANSIENT;
		}
		if (error.inStream()) {
			// An error inside a stream has no HTTP status.
			return FINAL;
		}
		return switch (error.statusCode()) {
			case 429 -> THROTTLING;
			case 500, 502, 503, 504 -> TRANSIENT;
			default -> FINAL;
		};
	}

}
