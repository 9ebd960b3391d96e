package io.bedrockruntime.exception;

/**
 * The model, guardrail or invocation does not exist (404).
 *
 * @since 0.1.0
 */
public final class ResourceNotFoundException extends BedrockRuntimeServiceException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param error what the service said
	 */
	public ResourceNotFoundException(ServiceError error) {
		super(error);
	}

}
