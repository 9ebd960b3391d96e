package io.bedrockruntime.exception;

/**
 * The request does not fit what the service or the model accepts (400).
 *
 * @since 0.1.0
 */
public final class ValidationException extends BedrockRuntimeServiceException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param error what the service said
	 */
	public ValidationException(ServiceError error) {
		super(error);
	}

}
