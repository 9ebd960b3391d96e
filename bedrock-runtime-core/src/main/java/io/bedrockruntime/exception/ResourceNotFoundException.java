package io.bedrockruntime.exception;

/**
 * Thrown when the model, guardrail or invocation does not exist (404).
 *
 * @since 0.1.0
 */
public final class ResourceNotFoundException extends BedrockRuntimeServiceException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param error the error from the service
	 */
	public ResourceNotFoundException(ServiceError error) {
		super(error);
	}

}
