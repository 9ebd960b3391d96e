package io.bedrockruntime.exception;

/**
 * Thrown when the model took longer than the service allows (408).
 *
 * @since 0.1.0
 */
public final class ModelTimeoutException extends BedrockRuntimeServiceException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param error the error from the service
	 */
	public ModelTimeoutException(ServiceError error) {
		super(error);
	}

}
