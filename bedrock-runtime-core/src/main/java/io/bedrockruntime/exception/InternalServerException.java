package io.bedrockruntime.exception;

/**
 * Thrown when the service failed (500). The same request may succeed later.
 *
 * @since 0.1.0
 */
public final class InternalServerException extends BedrockRuntimeServiceException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param error the error from the service
	 */
	public InternalServerException(ServiceError error) {
		super(error);
	}

}
