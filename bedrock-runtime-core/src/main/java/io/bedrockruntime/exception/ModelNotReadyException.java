package io.bedrockruntime.exception;

/**
 * Thrown when the model is not ready yet (429). The same request may succeed later.
 *
 * @since 0.1.0
 */
public final class ModelNotReadyException extends BedrockRuntimeServiceException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param error the error from the service
	 */
	public ModelNotReadyException(ServiceError error) {
		super(error);
	}

}
