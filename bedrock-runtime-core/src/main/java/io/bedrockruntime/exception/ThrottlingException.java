package io.bedrockruntime.exception;

/**
 * Thrown when the account's rate of requests or tokens is exceeded (429). The same
 * request may succeed later.
 *
 * @since 0.1.0
 */
public final class ThrottlingException extends BedrockRuntimeServiceException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param error the error from the service
	 */
	public ThrottlingException(ServiceError error) {
		super(error);
	}

}
