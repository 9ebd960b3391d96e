package io.bedrockruntime.exception;

/**
 * The service cannot take the request at the moment (503). The same request may succeed
 * later.
 *
 * @since 0.1.0
 */
public final class ServiceUnavailableException extends BedrockRuntimeServiceException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param error what the service said
	 */
	public ServiceUnavailableException(ServiceError error) {
		super(error);
	}

}
