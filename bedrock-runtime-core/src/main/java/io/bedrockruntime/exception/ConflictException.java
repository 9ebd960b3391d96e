package io.bedrockruntime.exception;

/**
 * The request contradicts the state of a resource, such as one client request token used
 * for two different requests (400).
 *
 * @since 0.1.0
 */
public final class ConflictException extends BedrockRuntimeServiceException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param error what the service said
	 */
	public ConflictException(ServiceError error) {
		super(error);
	}

}
