package io.bedrockruntime.exception;

/**
 * Thrown when the request conflicts with the state of a resource, such as one client
 * request token used for two different requests (400).
 *
 * @since 0.1.0
 */
public final class ConflictException extends BedrockRuntimeServiceException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param error the error from the service
	 */
	public ConflictException(ServiceError error) {
		super(error);
	}

}
