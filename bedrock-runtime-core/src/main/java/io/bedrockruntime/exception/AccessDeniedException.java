package io.bedrockruntime.exception;

/**
 * Thrown when the identity is not authorized: an IAM permission, or access to the model,
 * is missing (403).
 *
 * @since 0.1.0
 */
public final class AccessDeniedException extends BedrockRuntimeServiceException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param error the error from the service
	 */
	public AccessDeniedException(ServiceError error) {
		super(error);
	}

}
