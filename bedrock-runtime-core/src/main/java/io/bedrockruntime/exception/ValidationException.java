package io.bedrockruntime.exception;

/**
 * Thrown when the service or the model rejects the request as invalid (400).
 *
 * @since 0.1.0
 */
public final class ValidationException extends BedrockRuntimeServiceException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param error the error from the service
	 */
	public ValidationException(ServiceError error) {
		super(error);
	}

}
