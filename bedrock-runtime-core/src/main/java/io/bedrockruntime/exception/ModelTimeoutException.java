package io.bedrockruntime.exception;

/**
 * The model took longer than the service allows (408).
 *
 * @since 0.1.0
 */
public final class ModelTimeoutException extends BedrockRuntimeServiceException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param error what the service said
	 */
	public ModelTimeoutException(ServiceError error) {
		super(error);
	}

}
