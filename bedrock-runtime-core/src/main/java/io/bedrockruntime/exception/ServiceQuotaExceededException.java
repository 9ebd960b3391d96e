package io.bedrockruntime.exception;

/**
 * Thrown when a quota of the account is exhausted (400). A later attempt does not help.
 *
 * @since 0.1.0
 */
public final class ServiceQuotaExceededException extends BedrockRuntimeServiceException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param error the error from the service
	 */
	public ServiceQuotaExceededException(ServiceError error) {
		super(error);
	}

}
