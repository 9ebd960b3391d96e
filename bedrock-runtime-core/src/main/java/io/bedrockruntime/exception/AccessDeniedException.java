package io.bedrockruntime.exception;

/**
 * The identity may not do this: an IAM permission, or access to the model, is missing
 * (403).
 *
 * @since 0.1.0
 */
public final class AccessDeniedException extends BedrockRuntimeServiceException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param error what the service said
	 */
	public AccessDeniedException(ServiceError error) {
		super(error);
	}

}
