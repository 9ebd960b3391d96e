package io.bedrockruntime.exception;

import org.jspecify.annotations.Nullable;

/**
 * The model failed at this request (424).
 *
 * @since 0.1.0
 */
public final class ModelErrorException extends BedrockRuntimeServiceException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an instance.
	 * @param error what the service said
	 */
	public ModelErrorException(ServiceError error) {
		super(error);
	}

	/**
	 * Return the status that the model itself answered with.
	 * @return the status, 100 to 599, or {@code null} if the service did not tell it
	 */
	public @Nullable Integer originalStatusCode() {
		return error().originalStatusCode();
	}

	/**
	 * Return the name of the model that failed.
	 * @return the name, or {@code null} if the service did not tell it
	 */
	public @Nullable String resourceName() {
		return error().resourceName();
	}

}
