package io.bedrockruntime.exception;

/**
 * A quota of the account is used up (400). Waiting does not help.
 *
 * @since 0.1.0
 */
public final class ServiceQuotaExceededException extends BedrockRuntimeServiceException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param error what the service said
	 */
	public ServiceQuotaExceededException(ServiceError error) {
		super(error);
	}

}
