package io.bedrockruntime.exception;

/**
 * Thrown when the service is temporarily unavailable (503). The same request may succeed
 * later.
 *
 * @since 0.1.0
 */
public final class ServiceUnavailableException extends BedrockRuntimeServiceException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param error the error from the service
	 */
	public ServiceUnavailableException(ServiceError error) {
		super(error);
	}

}
