package io.bedrockruntime.exception;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the model failed to process the request (424).
 *
 * @since 0.1.0
 */
public final class ModelErrorException extends BedrockRuntimeServiceException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param error the error from the service
	 */
	public ModelErrorException(ServiceError error) {
		super(error);
	}

	/**
	 * Return the status that the model itself returned.
	 * @return the status, 100 to 599, or {@code null} if the service did not report it
	 */
	public @Nullable Integer originalStatusCode() {
		return error().originalStatusCode();
	}

	/**
	 * Return the name of the model that failed.
	 * @return the name, or {@code null} if the service did not report it
	 */
	public @Nullable String resourceName() {
		return error().resourceName();
	}

}
