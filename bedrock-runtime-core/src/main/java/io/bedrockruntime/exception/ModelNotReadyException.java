package io.bedrockruntime.exception;

/**
 * The model is not ready to serve yet (429). The same request may succeed later.
 *
 * @since 0.1.0
 */
public final class ModelNotReadyException extends BedrockRuntimeServiceException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param error what the service said
	 */
	public ModelNotReadyException(ServiceError error) {
		super(error);
	}

}
